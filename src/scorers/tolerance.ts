const DECIMAL = { type: 'string', pattern: '^[0-9]+(?:\\.[0-9]+)?$' } as const;

/** Schema of the option `tolerance`: an absolute or a relative one, a decimal string. */
export const TOLERANCE_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
  properties: { abs: DECIMAL, rel: DECIMAL },
} as const;
