import type { Path, Problem } from '../document/index.ts';
import type { Provenance } from './catalogue.ts';
import type { IndicatorDraft } from './catalogue-file.ts';

/** A problem of a catalogue whose place is still a path. */
export type Finding = Pick<Problem, 'code' | 'message' | 'hint'> & {
  readonly path: Path;
  /** Absent: an error. */
  readonly severity?: Problem['severity'];
};

/** Where the value of an indicator stands, wherever it came from. */
export type Origin = (...path: Path) => Path;

/** A key that neither the indicator nor any defaults give. */
export function missingKey(draft: IndicatorDraft, key: string, path: Path): Finding {
  return {
    code: 'missing-key',
    path,
    message: {
      zh: `指标 “${draft.id}” 缺少 “${key}”，其大类和文件的 defaults 中也没有。`,
      en: `The indicator "${draft.id}" has no "${key}", and neither have the defaults of its category or of the file.`,
    },
  };
}

/** Nobody claims a clause of the standard without the digest of the text it was read in. */
export function clauseFindings(provenance: Provenance | undefined, path: Path): readonly Finding[] {
  if (provenance?.kind !== 'standard-clause' || provenance.textDigest !== undefined) return [];
  return [
    {
      code: 'clause-without-digest',
      path: [...path, 'kind'],
      message: {
        zh: 'standard-clause 缺少所依据标准文本的摘要 textDigest。',
        en: 'A standard-clause needs the digest of the text it was read in: textDigest.',
      },
      hint: {
        zh: '请填写标准文本文件的 SHA-256；未取得原文时请改用其他来源类型。',
        en: 'Give the SHA-256 of the file with the text; without the text use another kind.',
      },
    },
  ];
}
