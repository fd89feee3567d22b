import { type Found, type Undecided, unconditional } from './decisions.ts';
import type { LabelSet } from './label-set.ts';
import { isAsserted, isDeclined, leavesOpen } from './openness.ts';
import { isAnswered, isShort, isWhole, optionTextRuns, withLeftSide } from './option-text.ts';
import { joinedRuns, type Run } from './runs.ts';
import { stanceOf } from './stance.ts';
import { NONE_BUT } from './stance-words.ts';

/** Tier 2. */
export function givenText(
  text: string,
  set: LabelSet,
  labels: readonly Run[],
): Found | Undecided | null {
  // `发热(A)、咳嗽(B)` is read as labels.
  const texts = optionTextRuns(text, set).filter(
    ({ start, end }) => !labels.some((run) => run.start <= start && end <= run.end),
  );
  const runs = joinedRuns(text, texts);
  const placed = runs.map((run, at) => ({ run, at, stance: stanceOf(text, set, run) }));
  const decisions = placed.filter(
    ({ run, stance }) => stance === 'decides' || isWhole(text, run) || isAnswered(text, run),
  );
  const plain = unconditional(
    text,
    decisions,
    placed.map(({ run, stance }) => ({ ...run, stance })),
  );
  if (plain === null) return { undecided: true };
  const last = plain.at(-1);
  if (last === undefined) return null;
  const { indices, start, end, alternatives } = last.run;
  const found = { indices, rule: 'option-text-marker', start, end, alternatives };
  const previous = runs[last.at - 1];
  if (previous === undefined || !leavesOpen(text, previous, last.run)) return found;
  return { ...found, indices: [...new Set([...previous.indices, ...indices])], alternatives: true };
}

/** Tier 7: exactly one option's text occurs, and nothing takes it back. */
export function onlyText(text: string, set: LabelSet): Found | null {
  const runs = optionTextRuns(text, set).filter((run) => {
    const stance = stanceOf(text, set, withLeftSide(text, run));
    return stance !== 'denies' && stance !== 'supposes';
  });
  const last = runs.at(-1);
  if (last === undefined || new Set(runs.flatMap((run) => run.indices)).size !== 1) return null;
  if (runs.some((run) => isDeclined(text, run)) || !runs.some((run) => isAsserted(text, run)))
    return null;
  if (isShort(set.options[last.indices[0] ?? 0]?.text ?? '')) return null;
  return { indices: last.indices, rule: 'option-text', start: last.start, end: last.end };
}

const CONCLUDES_TEXT =
  /所以|因此|因而|故|综上|可见|总之|由此|从而|\b(?:so|thus|therefore|hence)\b/i;

/** Tier 7: the only option in the last sentence on options, where that sentence concludes. */
export function concludedText(text: string, set: LabelSet): Found | null {
  const runs = optionTextRuns(text, set);
  const last = runs.at(-1);
  if (last === undefined) return null;
  const none = NONE_BUT.test(text.slice(last.end, last.end + 4));
  if (!none && isShort(set.options[last.indices[0] ?? 0]?.text ?? '')) return null;
  const before = text.slice(Math.max(0, last.start - 80), last.start);
  const sentence = before.slice(before.search(/[^。;!?\n]*$/));
  const previous = runs.findLast((run) => run.indices[0] !== last.indices[0]);
  if (previous !== undefined && previous.end > last.start - sentence.length) return null;
  const stance = stanceOf(text, set, last);
  const concludes =
    stance === 'names'
      ? none || CONCLUDES_TEXT.test(sentence)
      : stance === 'singles' && CONCLUDES_TEXT.test(sentence);
  if (!concludes || isDeclined(text, last)) return null;
  return { indices: last.indices, rule: 'option-text', start: last.start, end: last.end };
}
