export * from './adapter.ts';
export * from './capability.ts';
export * from './json.ts';
export * from './message.ts';
export * from './outcome.ts';
export * from './request.ts';
export * from './response.ts';
export * from './sample.ts';
