export * from './exact-json.ts';
export { isHeld } from './numeral.ts';
export * from './package-root.ts';
export * from './problem.ts';
export * from './schema.ts';
export * from './yaml-document.ts';
