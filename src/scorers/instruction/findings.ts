import type { LocalText } from '../../model/index.ts';
import { foldWidth } from '../../text/index.ts';
import { type Bounds, type Checker, type Constraint, quoted } from './checker.ts';

/** What is wrong with the constraints of a case: missing or contradictory bounds and words. */
export function constraintFindings(
  constraints: readonly Constraint[],
  checkers: ReadonlyMap<string, Checker>,
): LocalText[] {
  return [
    ...constraints.flatMap((constraint, i) => ownFindings(constraint, i + 1, checkers)),
    ...rangeConflicts(constraints),
    ...wordConflicts(constraints),
  ];
}

function ownFindings(
  constraint: Constraint,
  number: number,
  checkers: ReadonlyMap<string, Checker>,
): LocalText[] {
  const checker = checkers.get(constraint.check);
  const place = {
    zh: `第 ${number} 个约束 ${constraint.check}`,
    en: `Constraint ${number}, ${constraint.check}`,
  };
  const findings: LocalText[] = [];
  const { min, max, exactly } = constraint as Bounds;
  if (
    checker?.bounded === true &&
    min === undefined &&
    max === undefined &&
    exactly === undefined
  ) {
    findings.push({
      zh: `${place.zh}：至少要写 min、max、exactly 之一。`,
      en: `${place.en}: it needs at least one of min, max and exactly.`,
    });
  }
  if (!isSatisfiable([constraint as Bounds])) {
    findings.push({
      zh: `${place.zh}：min、max、exactly 互相矛盾。`,
      en: `${place.en}: min, max and exactly contradict each other.`,
    });
  }
  if (
    constraint.check === 'keywords' &&
    constraint['all'] === undefined &&
    constraint['any'] === undefined
  ) {
    findings.push({
      zh: `${place.zh}：要写 all 或 any。`,
      en: `${place.en}: it needs "all" or "any".`,
    });
  }
  const byText = constraint['separator'] === 'text';
  if (constraint.check === 'paragraphs' && byText !== (constraint['text'] !== undefined)) {
    findings.push({
      zh: `${place.zh}：separator: text 与 text 要一起写。`,
      en: `${place.en}: "separator: text" and "text" go together.`,
    });
  }
  return findings;
}

function isSatisfiable(ranges: readonly Bounds[]): boolean {
  const least = Math.max(0, ...ranges.map((r) => Math.max(r.min ?? 0, r.exactly ?? 0)));
  const most = Math.min(
    ...ranges.map((r) =>
      Math.min(r.max ?? Number.MAX_SAFE_INTEGER, r.exactly ?? Number.MAX_SAFE_INTEGER),
    ),
  );
  return least <= most;
}

/** Constraints that bound the same count in ranges that do not meet. */
function rangeConflicts(constraints: readonly Constraint[]): LocalText[] {
  const groups = new Map<string, Constraint[]>();
  for (const constraint of constraints) {
    const { min: _min, max: _max, exactly: _exactly, ...rest } = constraint;
    if (constraint.check === 'script' || constraint.check === 'language') continue;
    const key = JSON.stringify(rest);
    groups.set(key, [...(groups.get(key) ?? []), constraint]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1 && group.every((c) => isSatisfiable([c as Bounds])))
    .filter((group) => !isSatisfiable(group as Bounds[]))
    .map(([first]) => ({
      zh: `几个 ${first?.check} 约束的范围没有交集。`,
      en: `The ranges of several ${first?.check} constraints do not meet.`,
    }));
}

/** Words that one constraint asks for and another forbids. */
function wordConflicts(constraints: readonly Constraint[]): LocalText[] {
  const asked = constraints.flatMap((constraint) => {
    switch (constraint.check) {
      case 'keywords':
        return texts(constraint['all']);
      case 'starts-with':
      case 'ends-with':
      case 'paragraph-starts':
      case 'acrostic':
        return constraint.check === 'acrostic' ? [] : texts(constraint['text']);
      case 'keyword-count': {
        const { min = 0, exactly = 0 } = constraint as Bounds;
        return min > 0 || exactly > 0 ? texts(constraint['word']) : [];
      }
      default:
        return [];
    }
  });
  const barred = constraints.flatMap((constraint) =>
    constraint.check === 'forbidden'
      ? texts(constraint['words'])
      : constraint.check === 'punctuation'
        ? texts(constraint['forbid'])
        : [],
  );
  const both = asked.filter((text) => barred.some((word) => plain(text).includes(plain(word))));
  if (both.length === 0) return [];
  const shown = quoted([...new Set(both)]);
  return [
    {
      zh: `${shown.zh}既要求出现，又含有禁用的内容。`,
      en: `Asked for and forbidden at once: ${shown.en}.`,
    },
  ];
}

function plain(text: string): string {
  return foldWidth(text).toLowerCase();
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string');
}
