/** Ed25519 (RFC 8032), or SM2 with SM3 for bodies that need Chinese commercial cryptography. */
export const ALGORITHMS = ['ed25519', 'sm2'] as const;

export type Algorithm = (typeof ALGORITHMS)[number];

/** What a key may sign: plans; runs; reviews; verdicts and records. */
export const ROLES = ['plan', 'runner', 'reviewer', 'certifier'] as const;

export type Role = (typeof ROLES)[number];

/** What results may be trusted for, from the lowest to the highest level. */
export const ASSURANCE_LEVELS = [
  'self_attested',
  'witnessed',
  'third_party',
  'reproduced',
] as const;

export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

/** True when a runner that may claim `highest` may claim `level`. */
export function mayClaim(level: AssuranceLevel, highest: AssuranceLevel): boolean {
  return ASSURANCE_LEVELS.indexOf(level) <= ASSURANCE_LEVELS.indexOf(highest);
}

export const RECORD_KINDS = ['waiver', 'deviation', 'not-applicable'] as const;

export type RecordKind = (typeof RECORD_KINDS)[number];
