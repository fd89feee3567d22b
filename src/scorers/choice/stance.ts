import type { LabelSet } from './label-set.ts';
import { type Run, skipOwnText } from './runs.ts';
import {
  APPOSES,
  ASKS,
  ATTRIBUTIVE,
  BELONGS,
  BOUNDARY,
  CLAUSE_BREAKS,
  CLAUSE_END,
  COMPACT_WORD,
  COMPOUND,
  CONCLUDES,
  CORRECTS,
  DECIDES,
  DENIES,
  DOUBLE_NEGATION,
  FRAMES,
  FRESH_LINE,
  LETTERED,
  LISTS,
  LISTS_OTHERS,
  NAMES,
  NAMES_CASE,
  NAMES_IN_ENGLISH,
  NAMES_NOUN,
  NEGATED_BEFORE,
  NEGATIVE,
  NONE_BUT,
  NUMBERED,
  ONLY,
  OPENERS,
  OTHERS_CHOICE,
  POSITIVE,
  RESUMES,
  RIGHT_OF_LABEL,
  SENTENCE_END,
  SETS_ASIDE,
  SETTLES,
  SUPPOSES,
  TOPIC_BEFORE_NAME,
  WARNS,
  WITHDRAWN,
  WRONG_BEFORE_NAME,
} from './stance-words.ts';

/**
 * What an answer does with a run of labels.
 * - `decides`: gives it as the answer (答案是B, 故选B, \boxed{B}, …, 应改为B);
 * - `names`: says which one is right (正确的是B, 只有B正确);
 * - `names-wrong`: says which one is wrong (错误的是B);
 * - `only-wrong`: says that no other is wrong (只有B错误);
 * - `excepts`: says that all others are right (除B外都对);
 * - `singles`: sets it apart from the others (只有B是碱, B。 behind what leads to it), which is an
 *   answer where there is no other;
 * - `affirms`, `denies`: says of it that it is right or wrong (B项符合题意, 排除A);
 * - `supposes`: plays with it (如果选A, 有人会选A, 是A吗), which settles nothing;
 * - `none`: mentions it.
 */
export type Stance =
  | 'decides'
  | 'names'
  | 'names-wrong'
  | 'only-wrong'
  | 'excepts'
  | 'singles'
  | 'affirms'
  | 'denies'
  | 'supposes'
  | 'none';

/** Characters looked at on either side; more never changes what is said of a label. */
const WINDOW = 48;

/** Characters behind a run: the window, and the option's own text before it. */
const OWN_TEXT = WINDOW + 80;

/** Of these, as many as a marker and the words behind it take. */
const NEAR = 32;

/** What stands on either side of a run, with wrappers (brackets, quotes) taken off. */
interface Surroundings {
  readonly left: string;
  readonly right: string;
  /** The part of `left` that belongs to the same clause. */
  readonly clause: string;
  /** True where the run begins a line. */
  readonly fresh: boolean;
}

/** What the text does with the run. */
export function stanceOf(text: string, set: LabelSet, run: Run): Stance {
  const { left, right, clause, fresh } = surroundings(text, set, run);
  if (run.compact && COMPACT_WORD.test(right)) return 'none';
  if (COMPOUND.test(right) && !/^[\s)\]】}]/.test(text.slice(run.end, run.end + 1)))
    return 'supposes';
  if (run.alternatives && text.slice(run.start, run.end).includes('还是')) return 'supposes';
  const cut = Math.max(0, left.length - NEAR);
  const near = left.slice(cut);
  // Nothing that takes the label as its object ends in a comma or a full stop.
  const begins = near === '' || ',。;!?、'.includes(near.at(-1) ?? '');
  if (/^\s*[为也是其莫填写涂]/.test(right) && isFramed(near, right) && !supposedIn(clause))
    return 'names';
  if (!begins) {
    if (EXCEPTS.test(near)) return excepted(right);
    if (DENIES.test(near)) return 'denies';
  }
  const end = CLAUSE_END.test(right);
  const decision = begins ? null : DECIDES.exec(near);
  if (decision !== null) return decided(left, decision.index + cut, right);
  if (end && !begins && !run.weak && SETTLES.test(near) && !supposedIn(clause)) {
    return ASKS.test(right) ? 'supposes' : 'decides';
  }
  if (end && CORRECTS.test(near)) return ASKS.test(right) ? 'supposes' : 'decides';
  if (!begins && BE.test(left) && ONLY_THEN.test(right)) return 'decides';
  const name = begins ? null : NAMES.exec(near);
  if (name !== null && (end || POSITIVE.test(right))) {
    const topic = TOPIC_BEFORE_NAME.test(left.slice(0, name.index + cut));
    if (topic || ASKS.test(right) || supposedIn(clause)) return 'supposes';
    const named = left.slice(Math.max(0, name.index + cut - 20), name.index + cut + 3);
    return WRONG_BEFORE_NAME.test(clauseOf(named).replace(/(?:是|为|有|:|=)+$/, '')) ||
      /错误(?:的|项)*(?:是|为|:)+$/.test(name[0])
      ? 'names-wrong'
      : 'names';
  }
  if (end && !begins && !run.weak && NAMES_IN_ENGLISH.test(left)) return 'names';
  if (end && (!run.weak || isFinalList(text, set, run)) && CONCLUDES.test(near)) {
    return ASKS.test(right) || supposedIn(clause) ? 'supposes' : 'decides';
  }
  const numbered = run.weak && NUMBERED.test(left);
  if (run.weak && !numbered && !ONLY.test(left) && !isCounted(run, right)) return 'none';
  if (right.includes('它') && !run.weak && (fresh || BOUNDARY.test(left)) && PICKED.test(right)) {
    return 'names';
  }
  const said = predicated(left, right, fresh || numbered);
  if (said !== 'none' || (run.weak && !numbered)) return said;
  if (run.indices.length > 1 && run.indices.length < set.options.length) {
    if (isListed(left, right, clause, fresh)) return 'singles';
  }
  return !fresh && SENTENCE_END.test(right) && standsApart(text, set, run, { left, clause })
    ? 'singles'
    : 'none';
}

/** Some of the options, listed as what there is of something, or said to belong to it. */
function isListed(left: string, right: string, clause: string, fresh: boolean): boolean {
  if (LISTS_OTHERS.test(clause) || supposedIn(clause)) return false;
  if (SENTENCE_END.test(right)) return !fresh && LISTS.test(left);
  return (fresh || BOUNDARY.test(left)) && BELONGS.test(right);
}

/** 「所以是a c e」, 「所以 2、4。」 at the end of the answer; bare numbers may be what options say. */
function isFinalList(text: string, set: LabelSet, run: Run): boolean {
  if (run.indices.length < 2 || run.compact || text.length - run.end > 8) return false;
  if (!SENTENCE_END.test(text.slice(run.end))) return false;
  return set.kind === 'letter' || !set.options.some((option) => /^[-\d]/.test(option.text));
}

/** 「abd三项」: small letters that are counted as options. */
function isCounted(run: Run, right: string): boolean {
  return run.indices.length > 1 && /^[两二三四五六][个项者]/.test(right);
}

/** A label that ends its sentence without more being said of it, or the answer's last sentence. */
function standsApart(
  text: string,
  set: LabelSet,
  run: Run,
  { left, clause }: Pick<Surroundings, 'left' | 'clause'>,
): boolean {
  const own = skipOwnText(text.slice(run.end, run.end + OWN_TEXT), set, run);
  // All options with their texts are the question's own.
  if (own > 0 && run.indices.length === set.options.length) return false;
  const end = run.end + own;
  if (!SENTENCE_END.test(text.slice(end, end + 12))) return false;
  if (supposedIn(clause)) return false;
  if (APPOSES.test(left)) return !SETS_ASIDE.test(left);
  // 「不是A，也不是D，所成的像是B」: what was set aside before is another clause's.
  if (SETS_ASIDE.test(clause)) return false;
  if (NAMES_CASE.test(left)) return true;
  if (!NAMES_NOUN.test(left) || LETTERED.test(left) || WRONG_BEFORE_NAME.test(left)) return false;
  return text.slice(end, end + 200).trim().length <= 24;
}

function surroundings(text: string, set: LabelSet, run: Run): Surroundings {
  const before = text.slice(Math.max(0, run.start - WINDOW), run.start);
  const bulleted = '->•'.includes(before.trimEnd().at(-1) ?? ' ');
  const left = withoutOpeners(bulleted ? before.replace(/\n[\s>•-]*$/, '\n') : before);
  let after = text.slice(run.end, run.end + OWN_TEXT);
  const own = skipOwnText(after, set, run);
  // `B. 36 千克正确` says something of B; `B。正确……` does not.
  if (own > 0) after = after.slice(own);
  const right = after.replace(RIGHT_OF_LABEL, '').slice(0, WINDOW);
  return { left, right, clause: clauseOf(left), fresh: FRESH_LINE.test(before) };
}

/** The text without the brackets, quotation marks and blanks at its end. */
export function withoutOpeners(text: string): string {
  let end = text.length;
  while (end > 0 && OPENERS.includes(text[end - 1] as string)) end--;
  return text.slice(0, end).trimEnd();
}

/** Among the breaks between clauses the only one beyond ASCII. */
const FULL_STOP = '。'.charCodeAt(0);

/** The end of the text, from the last break between clauses on. */
function clauseOf(left: string): string {
  for (let i = left.length - 1; i >= 0; i--) {
    const code = left.charCodeAt(i);
    if ((code < 0x80 || code === FULL_STOP) && CLAUSE_BREAKS.includes(left[i] as string)) {
      return left.slice(i + 1);
    }
  }
  return left;
}

function decided(left: string, at: number, right: string): Stance {
  const before = clauseOf(left.slice(0, at)).replace(DOUBLE_NEGATION, '');
  // 「这不就是B嘛」 is no negation.
  const rhetorical = before.endsWith('不') && left.startsWith('就是', at);
  if ((NEGATED_BEFORE.test(before) && !rhetorical) || WARNS.test(before)) return 'denies';
  if (WITHDRAWN.test(right)) return 'denies';
  // 「答案A」 may also be the name of an option: 答案A讲的是…….
  if (/(?:答案|结论)\s*$/.test(left) && !CLAUSE_END.test(right))
    return predicated(left, right, false);
  if (OTHERS_CHOICE.test(before)) return 'supposes';
  if (supposedIn(before) || ASKS.test(right) || ATTRIBUTIVE.test(right)) return 'supposes';
  return 'decides';
}

function isFramed(left: string, right: string): boolean {
  if (!FRAMES.some(([before, behind]) => before.test(left) && behind.test(right))) return false;
  return !/[不非误错谬未](?:[应当宜可])?(?:选|合|求|确|是|宜|当|正|题意)*者,/.test(left.slice(-12));
}

/** 「D：单质换单质，就它了」. */
const PICKED =
  /^[^。;!?\nA-Z]{0,36}[,—\-\s](?:那|所以)?(?:就|只能|必须|非)(?:是|选|定)?它(?:了|啦|吧|莫属)?(?=$|[。;!~\n])/;

/** 「是B才对」. */
const BE = /(?:^|[,。;!?\n])\s*(?:应该?)?是$/;
const ONLY_THEN = /^\s*才(?:对|是|正确|行)(?![^,。;\n]*\?)/;

const EXCEPTS = /除(?:了|去|掉)?(?:选项)?$|\b(?:except|other than|apart from)(?:\s+for)?$/i;

const OTHERS =
  /^[\s,]*(?:以?外|之外)?[\s,]*(?:其他|其余|别的|剩下)?(?:的)?(?:[一二两三四五]?[个项])?(?:选项|说法|各项|各个)?(?:都|均|全|全部|皆)(?:是)?(?:(不|错|有误|没有?道理|无关)|(正确|对|符合|[应要该可当入]?选|应该选|成立))/;

/** 除了B其他都不对 names B; 除了B其他都对 says that B is the wrong one. */
function excepted(right: string): Stance {
  const others = OTHERS.exec(right);
  if (others === null) return 'denies';
  return others[1] === undefined ? 'excepts' : 'names';
}

function supposedIn(clause: string): boolean {
  let rest = clause;
  for (const match of clause.matchAll(RESUMES)) rest = clause.slice(match.index + match[0].length);
  return SUPPOSES.test(rest);
}

/** 乍一看A正确 is no verdict. */
const AT_FIRST_SIGHT =
  /(?:看似|貌似|乍一?看(?:上去|起来|之下)?|[初粗]看|表面上?看?(?:来|上去|起来)?|\bat first (?:glance|sight))[,\s]*(?:选项|option)?\s*$/i;

function predicated(left: string, right: string, fresh: boolean): Stance {
  const only = ONLY.test(left);
  if (!only && !fresh && !BOUNDARY.test(left)) return 'none';
  if (ASKS.test(right)) return 'supposes';
  // A heading below says nothing of the label above it: `D. 丁⏎答案：`.
  if (/^\s*\n\s*(?:正确|最终|标准|参考)?答案/.test(right)) return 'none';
  if (NEGATIVE.test(right)) return only ? 'only-wrong' : 'denies';
  if (POSITIVE.test(right)) {
    if (AT_FIRST_SIGHT.test(left)) return 'supposes';
    if (/吗|\?/.test(right.slice(0, 12))) return 'supposes';
    return only || /^[^,。;]{0,6}(?:答案|正解|\banswer\b)/i.test(right) ? 'names' : 'affirms';
  }
  if (NONE_BUT.test(right)) return 'names';
  return only && !supposedIn(clauseOf(left)) ? 'singles' : 'none';
}
