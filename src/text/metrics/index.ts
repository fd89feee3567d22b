export * from './bleu.ts';
export * from './bounds.ts';
export * from './chrf.ts';
export * from './edit-counts.ts';
export * from './rouge-l.ts';
export * from './tokens.ts';
