export * from './catalogue.ts';
export * from './coverage.ts';
export * from './load.ts';
export { CATALOGUE_SCHEMA, readCatalogue } from './read.ts';
export { catalogueFromXlsx } from './spreadsheet/read.ts';
export { catalogueToXlsx } from './spreadsheet/write.ts';
export * from './tree.ts';
export { catalogueToYaml } from './yaml.ts';
