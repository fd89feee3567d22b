import { expect, test } from 'vitest';
import { readText, SMALL_CATALOGUE, smallCatalogueWith } from './small-catalogue.ts';

test('a sound catalogue has no problem', () => {
  expect(readText(SMALL_CATALOGUE).problems).toEqual([]);
});

/** `[what, old passage, new passage, code, the text at the place of the problem, severity]` */
type Vector = readonly [
  what: string,
  old: string,
  fresh: string,
  code: string,
  at: string,
  severity?: 'warning',
];

const DIGEST = 'a'.repeat(64);

const VECTORS: readonly Vector[] = [
  ['two indicators share an id', 'id: K1.2', 'id: K1.1 # again', 'duplicate-id', 'K1.1 # again'],
  ['two categories share an id', 'id: K2\n', 'id: K1 # again\n', 'duplicate-id', 'K1 # again'],
  ['two rules share an id', 'id: R-ZERO', 'id: R-THREE # again', 'duplicate-id', 'R-THREE # again'],
  [
    'an indicator of a category that does not exist',
    'id: K1.1\n    category: K1',
    'id: K1.1\n    category: K9',
    'unknown-category',
    'K9',
  ],
  [
    'a rule that does not exist',
    'metric: ACC',
    'metric: ACC\n    rule: R-FOUR',
    'unknown-rule',
    'R-FOUR',
  ],
  [
    'a rule of the defaults that does not exist is reported where it stands',
    'rule: R-THREE\n  weight',
    'rule: R-NONE\n  weight',
    'unknown-rule',
    'R-NONE',
  ],
  [
    'a capability that does not exist',
    'appliesWhen: [text]',
    'appliesWhen: [txet]',
    'not-allowed',
    'txet',
  ],
  [
    'a threshold without provenance',
    '    provenance: {kind: own-proposal, ref: defaults of the file}\n',
    '',
    'threshold-without-provenance',
    '{value: "0.80"}',
  ],
  [
    'a threshold without a comparator',
    '    comparator: ">="\n',
    '',
    'missing-key',
    '{value: "0.80"}',
  ],
  [
    'a clause claimed for an indicator without the text',
    'metric: ACC',
    'metric: ACC\n    provenance: {kind: standard-clause, ref: somewhere}',
    'clause-without-digest',
    'standard-clause',
  ],
  [
    'a clause claimed for a threshold without the text',
    '{value: "0.80"}',
    '{value: "0.80", provenance: {kind: standard-clause, ref: x}}',
    'clause-without-digest',
    'standard-clause',
  ],
  [
    'a clause claimed for a minimum without the text',
    'minN: 100',
    'minN: 100\n    minNProvenance: {kind: standard-clause, ref: x}',
    'clause-without-digest',
    'standard-clause',
  ],
  [
    'a clause claimed for a category without the text',
    '{kind: other-public-standard, ref: category two}',
    '{kind: standard-clause, ref: x}',
    'clause-without-digest',
    'standard-clause',
  ],
  [
    'a clause claimed for a rule without the text',
    '{kind: own-proposal, ref: rule zero}',
    '{kind: standard-clause, ref: x}',
    'clause-without-digest',
    'standard-clause',
  ],
  [
    'not verifiable without a reason',
    '    notTestedReason: {zh: 须由人评判。, en: People judge it.}\n',
    '',
    'reason-missing',
    'false',
  ],
  [
    'a reason for what is verifiable',
    '    verifiable: false\n',
    '',
    'reason-without-cause',
    '{zh: 须由人评判。',
  ],
  [
    'a MUST that is never decided',
    '    threshold: {value: "0.80"}\n',
    '',
    'must-without-threshold',
    'id: K1.1',
  ],
  [
    'nobody says to whom an indicator applies',
    'defaults: {appliesWhen: [text]}',
    'defaults: {}',
    'missing-key',
    'id: K1.1',
  ],
  ['a limit that is no decimal', '"0.80"', '"80 %"', 'schema-pattern', '"80 %"'],
  ['a limit as a float', '"0.80"', '0.81', 'wrong-type', '0.81'],
  ['a limit above 1', '"0.80"', '"1.20"', 'schema-pattern', '"1.20"'],
  ['a weight that is no decimal', '"0.5"', '"half"', 'schema-pattern', '"half"'],
  ['no case at all', 'minN: 100', 'minN: 0', 'schema-minimum', '0\n  - id: K1.2'],
  [
    'an alpha that shows anything',
    'alpha: "0.05"\n    maxInvalidRate: "0.02"\n    title: {zh: 三态',
    'alpha: "0.9"\n    maxInvalidRate: "0.02"\n    title: {zh: 三态',
    'alpha-out-of-range',
    '"0.9"',
  ],
  ['a limit that requires nothing', '"0.80"', '"0.00"', 'empty-limit', '"0.00"'],
  ['100 % under a guarded rule', '"0.80"', '"1.000"', 'unreachable-limit', '"1.000"'],
  [
    'no failing share under a guarded rule',
    '{value: "0.80"}',
    '{comparator: "<=", value: "0.000"}',
    'unreachable-limit',
    '"0.000"',
  ],
  [
    'a zero-failure rule with a limit that allows failures',
    '"1.00"',
    '"0.99"',
    'zero-failure-limit',
    '"0.99"',
  ],
  ['a zero-failure plan with 58 cases', 'minN: 60', 'minN: 58', 'min-n-too-small', '58'],
  [
    'a zero-failure rule that is guarded',
    'kind: simple',
    'kind: guarded',
    'zero-failure-kind',
    'guarded',
  ],
  [
    'a minimum on which even a flawless result decides nothing',
    'minN: 100',
    'minN: 13',
    'min-n-too-small',
    '13\n',
    'warning',
  ],
];

for (const [what, old, fresh, code, at, severity = 'error'] of VECTORS) {
  test(`${code}: ${what}`, () => {
    const text = smallCatalogueWith(old, fresh);
    const before = text.slice(0, text.indexOf(at)).split('\n');
    const { catalogue, problems } = readText(text);
    expect(problems.map((p) => [p.code, p.severity, p.line, p.column])).toContainEqual([
      code,
      severity,
      before.length,
      (before.at(-1)?.length ?? 0) + 1,
    ]);
    for (const { message } of problems) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff].*。$/u);
      expect(message.en).toMatch(/\.$/);
    }
    expect(catalogue === null).toBe(severity === 'error');
  });
}

test('14 cases are enough for 0.80 at alpha 0.05, as the warning about 13 says', () => {
  // 0.8^14 = 0.044 <= 0.05 < 0.055 = 0.8^13.
  expect(readText(smallCatalogueWith('minN: 100', 'minN: 14')).problems).toEqual([]);
  const { problems } = readText(smallCatalogueWith('minN: 100', 'minN: 13'));
  expect(problems[0]?.message.en).toContain('takes 14 cases');
});

test('a clause with the digest of its text is accepted', () => {
  const clause = `{kind: standard-clause, ref: A.1, textDigest: ${DIGEST}}`;
  const { catalogue, problems } = readText(
    smallCatalogueWith('metric: ACC', `metric: ACC\n    provenance: ${clause}`),
  );
  expect(problems).toEqual([]);
  expect(catalogue?.indicators[0]?.provenance.textDigest).toBe(DIGEST);
});

test('a wrong default is one problem, however many indicators have it', () => {
  const { problems } = readText(
    smallCatalogueWith('rule: R-THREE\n  weight', 'rule: R-NONE\n  weight'),
  );
  expect(problems.map((p) => p.code)).toEqual(['unknown-rule']);
});

test('a number that is not a decimal string is explained in words, not by a pattern', () => {
  const limit = readText(smallCatalogueWith('"0.80"', '0.8')).problems[0];
  expect(limit?.message.en).toContain('a decimal number from 0 to 1 in quotes');
  const weight = readText(smallCatalogueWith('"0.5"', '-1')).problems[0];
  expect(weight?.message.zh).toContain('带引号的非负十进制数');
});

test('a slip of the hand in a rule gets a hint', () => {
  const { problems } = readText(
    smallCatalogueWith('metric: ACC', 'metric: ACC\n    rule: R-THREEE'),
  );
  expect(problems[0]?.hint?.en).toBe('Did you mean "R-THREE"?');
});

test('all problems are reported, not the first', () => {
  const text = smallCatalogueWith('id: K1.2', 'id: K1.1').replace('minN: 60', 'minN: 58');
  expect(
    readText(text)
      .problems.map((p) => p.code)
      .sort(),
  ).toEqual(['duplicate-id', 'min-n-too-small']);
});

test('what is wrong with the YAML itself comes first', () => {
  const { catalogue, problems } = readText(`${SMALL_CATALOGUE}id: twice\n`);
  expect(catalogue).toBeNull();
  expect(problems.map((p) => p.code)).toEqual(['yaml-duplicate-key']);
});
