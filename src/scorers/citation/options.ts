import type { SchemaObject } from 'ajv';
import { SHARE } from '../share.ts';
import { STYLES } from './marks.ts';

const NUMBERS = {
  type: 'array',
  minItems: 1,
  maxItems: 1000,
  uniqueItems: true,
  items: { type: 'integer', minimum: 1 },
};

export const OPTIONS: SchemaObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    style: {
      enum: [...STYLES],
      description: 'The form of the marks: [1], superscript, 【1】, or any of them. Default any.',
    },
    sources: {
      type: 'integer',
      minimum: 1,
      maximum: 100_000,
      description: 'Number of sources; absent: those of the target, or those listed in the prompt.',
    },
    required: { ...NUMBERS, description: 'Sources that have to be cited.' },
    forbidden: { ...NUMBERS, description: 'Sources that must not be cited.' },
    mode: {
      enum: ['subset', 'exact'],
      description:
        'subset: other sources may be cited besides the required; exact: none. Default subset.',
    },
    quoteMinOverlap: {
      ...SHARE,
      description:
        'Smallest share of the character 3-grams of a quotation that occur in its source.',
    },
    minQuotes: {
      type: 'integer',
      minimum: 1,
      maximum: 1000,
      description: 'Fewest quotations of six letters or more.',
    },
  },
};

export const TARGET: SchemaObject = {
  anyOf: [
    { type: 'null' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['sources'],
      properties: {
        sources: {
          type: 'array',
          minItems: 1,
          items: { type: 'string', pattern: '\\S' },
          description: 'The texts of the sources 1, 2, 3, …',
        },
      },
    },
  ],
};
