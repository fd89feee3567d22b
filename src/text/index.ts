export * from './blocks.ts';
export * from './length.ts';
export * from './numerals.ts';
export * from './rational.ts';
export * from './reading-fold.ts';
export * from './reasoning.ts';
export * from './script.ts';
export * from './sentences.ts';
