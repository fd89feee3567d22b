import { NUMERAL_CLASS, parseChineseNumber } from '../../text/index.ts';
import { unitAt } from '../number/units.ts';
import type { Value } from './value.ts';

const NUMERAL = new RegExp(`^负?[${NUMERAL_CLASS}半点又分之]+`);

/** A number in Chinese characters with its unit, 三分之二 or 十二平方厘米; null for all else. */
export function parseChinese(text: string): Value | null {
  const written = NUMERAL.exec(text)?.[0];
  if (written === undefined) return null;
  // 十分 and 一半 end in what may be a unit too: the longest number comes first.
  for (let end = written.length; end > 0; end--) {
    const value = parseChineseNumber(text.slice(0, end));
    const unit = end === text.length ? null : unitAt(text, end, null);
    if (value === null || (end < text.length && unit?.end !== text.length)) continue;
    return {
      kind: 'scalar',
      value: { kind: 'number', value },
      unit: unit === null ? null : text.slice(end),
      approximation: null,
    };
  }
  return null;
}
