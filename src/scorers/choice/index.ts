import type { GradingKey, Json, LocalText, Message } from '../../model/index.ts';
import { messageText } from '../../model/index.ts';
import { sourceRange } from '../../text/index.ts';
import { defineScorer, type Score } from '../contract.ts';
import { exemplifyChoice } from './exemplars.ts';
import { joinLabels, labelSetOf, targetIndices } from './label-set.ts';
import { type ChoiceReading, readChoice } from './reading.ts';

export interface ChoiceOptions {
  /** Several options may be right, and all of them must be given. Default false. */
  readonly multiple?: boolean;
}

/**
 * Multiple choice. Passes when the label or labels that the answer settles on are the target.
 * A single-choice answer with several labels is `invalid_multiple`, one without any `unparsed`;
 * neither is ever guessed at.
 */
export const choice = defineScorer<ChoiceOptions>({
  id: 'choice',
  version: '1.4.0',
  title: { zh: '选择题', en: 'Multiple choice' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: { multiple: { type: 'boolean' } },
  },
  target: {
    anyOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
    ],
  },
  needs: ['choices'],
  check,
  score(key, response, { multiple = false }): Score {
    const set = labelSetOf(key);
    const read = readChoice(response.text, set, {
      multiple,
      asksForWrong: () => asksForWrong(key),
    });
    if (read.status !== 'ok') return unread(read, set, multiple);
    const span =
      read.range === null ? null : sourceRange(read.reading, read.range.start, read.range.end);
    const target = targetIndices(set, key.target) ?? [];
    const missing = target.filter((i) => !read.indices.includes(i));
    const extra = read.indices.filter((i) => !target.includes(i));
    const pass = target.length > 0 && missing.length === 0 && extra.length === 0;
    const given = joinLabels(set, read.indices);
    const wanted = joinLabels(set, target);
    return {
      value: pass ? 'pass' : 'fail',
      status: 'ok',
      parsed: given,
      rule: read.rule,
      span,
      reason: pass
        ? null
        : {
            zh: `答案为“${given}”，应为“${wanted}”。`,
            en: `The answer is "${given}"; it should be "${wanted}".`,
          },
      detail: multiple
        ? { missing: missing.map(labelAt), extra: extra.map(labelAt), partial: isPartial() }
        : {},
    };
    function labelAt(i: number): string {
      return set.options[i]?.label ?? '';
    }
    // The subset rule of school examinations: some of the right options and none of the wrong ones.
    function isPartial(): boolean {
      return !pass && extra.length === 0 && missing.length < target.length;
    }
  },
  exemplify: (key, { multiple = false }, kind, random) =>
    exemplifyChoice(key, multiple, kind, random),
});

function unread(read: ChoiceReading, set: ReturnType<typeof labelSetOf>, multiple: boolean): Score {
  const span =
    read.range === null ? null : sourceRange(read.reading, read.range.start, read.range.end);
  const given = read.indices.map((i) => set.options[i]?.label ?? '');
  const reason: LocalText =
    read.status === 'invalid_multiple'
      ? multiple
        ? {
            zh: `回答在“${given.join('、')}”之间没有选定，无法判分。`,
            en: `The answer leaves open which of ${given.join(', ')} it means; it cannot be judged.`,
          }
        : {
            zh: `单选题给出了多个选项“${given.join('、')}”，无法判分。`,
            en: `A single choice was answered with several options (${given.join(', ')}); it cannot be judged.`,
          }
      : {
          zh: '回答中读不出所选的选项，需人工复核。',
          en: 'No chosen option can be read from the answer; it needs a look by a person.',
        };
  return {
    value: 'invalid',
    status: read.status,
    parsed: null,
    rule: read.rule,
    span,
    reason,
    detail: given.length > 0 ? { labels: given } : {},
  };
}

function check(key: GradingKey, { multiple = false }: ChoiceOptions): LocalText[] {
  const set = labelSetOf(key);
  const findings: LocalText[] = [];
  const labels = set.options.map(({ label }) => label);
  const twice = labels.filter((label, i) => labels.indexOf(label) !== i);
  if (twice.length > 0) {
    findings.push({
      zh: `选项标签重复：${[...new Set(twice)].join('、')}。`,
      en: `Option labels occur twice: ${[...new Set(twice)].join(', ')}.`,
    });
  }
  const target = targetIndices(set, key.target);
  if (target === null) {
    findings.push({
      zh: `target ${shown(key.target)} 不在选项之中；本题的标签是 ${labels.join('、')}。`,
      en: `The target ${shown(key.target)} is none of the options; the labels are ${labels.join(', ')}.`,
    });
  } else if (!multiple && target.length > 1) {
    findings.push({
      zh: `target 有 ${target.length} 个选项，但 multiple 没有设为 true。`,
      en: `The target has ${target.length} options, but "multiple" is not true.`,
    });
  }
  return findings;
}

function shown(target: Json | undefined): string {
  return target === undefined ? '—' : JSON.stringify(target);
}

const WRONG_STEM =
  /(?:不正确|错误|有误|不属于|不符合|不恰当|不合适|不包括|不可能|不成立|不当|不是|说法错|incorrect|\bnot\b|\bexcept\b|\bfalse\b)[^。?？\n]{0,12}(?:的?(?:一项|选项|是|有|为|一组)|[(（]\s*[)）]|\?|？|$)/i;

/** True when the question asks for the option that is wrong: 下列说法错误的是. */
function asksForWrong(key: GradingKey): boolean {
  const last = key.request.messages.findLast((m: Message) => m.role === 'user');
  if (last === undefined) return false;
  const text = messageText(last);
  // Only the stem asks; the options may speak of anything.
  const stem = /^[\s\S]*?(?=\n\s*[A-Z][.．、)）])/.exec(text)?.[0] ?? text;
  return WRONG_STEM.test(stem.slice(-400));
}
