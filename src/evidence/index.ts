export * from './bundle.ts';
export * from './canonical.ts';
export * from './chain.ts';
export * from './lines.ts';
export * from './merkle.ts';
export * from './records.ts';
export * from './run-folder.ts';
