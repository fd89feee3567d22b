/** A clause of a sentence: what stands between two of `,` `;` and `:`. */
export interface Clause {
  /** Half-open range in the text, marks excluded. */
  readonly start: number;
  readonly end: number;
  /** Compares, breaks down or qualifies what was answered before it. */
  readonly aside: boolean;
}

/** Clauses that compare or break down what was answered. */
const ASIDE =
  /^\s*(?:比|相当于|约合|折合|合(?=\s?\d)|逾期|请[在于]|(?:with|assuming|given|based on)\b|假设|按照?|(?:正常|参考|标准)(?:值|范围|区间)|(?:但|不过|而)?在?(?:特殊|个别|有些|某些|极端|部分|少数)|当[^,;]{1,16}时|到?\d{4}年(?:将|时|会|就)|[与和同][^,;:]{1,16}(?:接近|相比|相同|一致|相近|持平)|占|平均|也就是每|即每|误差|另有|距离?上)/;
/** What they open goes on to the end of the sentence, or to a conclusion. */
/** What comes after a number and gives the reason for it. */
const REASON = /^\s*(?:这是)?(?:因为|由于|理由是|原因是)/;
/** What only supposes, behind what was concluded. */
const SUPPOSED = /^\s*(?:但|而)?(?:如果|若(?!干)|要是|假如|倘若)/;
const THEREFORE = /所以|因此|因而|综上|(?<!缘|事)故/;
const LONG_ASIDE = /^\s*(?:(?:这)?其中|分别|此时|这时|当且仅当|包括|包含|具体)/;
const CONCLUDES =
  /所以|因此|因而|综上|于是|从而|(?<!缘|事)故|最终|最后|得到|可得|[一总]共|合计|总[计数额价和]|共[计有需要]/;
/** 一共, 合计, 总人数: the sum of what stands around it. */
const TOTAL = /[一总拢统]共|合计|共计|总[计数额价和人重长]|共(?=[^同享和鸣])|合起来|加起来/;
const MOST = /(?:最多|最少|至多|至少)/;

const MAX_CLAUSES = 60;

/** The clauses of the sentence in [start, end). */
export function clausesIn(text: string, start: number, end: number): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  let long = false;
  let most = false;
  let concluded = false;
  for (let i = start; i <= end; i++) {
    if (i < end && !isMark(text, i)) continue;
    const words = text.slice(from, Math.min(i, from + 60));
    if (CONCLUDES.test(words)) long = false;
    if (LONG_ASIDE.test(words) || (from > start && REASON.test(words))) long = true;
    if (concluded && SUPPOSED.test(words)) long = true;
    concluded ||= THEREFORE.test(words);
    // 最多买7支，余2元: the rest is no answer where the most was asked for.
    const rest = most && /^\s*(?:还)?[余剩]/.test(words);
    clauses.push({ start: from, end: i, aside: long || rest || ASIDE.test(words) });
    most ||= MOST.test(words);
    from = i + 1;
    if (clauses.length >= MAX_CLAUSES) return [...clauses, { start: from, end, aside: false }];
  }
  return withoutLater(text, clauses);
}

const LATER = /^\s*(?:而|等|再过|过)?\s?[\d一二三四五六七八九十]+\s?[年天]后/;
const THEN = /那时|那会儿?|到时/;

/** 「今年13岁，5年后18岁，爸爸那时45岁」: two clauses about a later time add to the first. */
function withoutLater(text: string, clauses: readonly Clause[]): readonly Clause[] {
  const words = (c: Clause): string => text.slice(c.start, Math.min(c.end, c.start + 40));
  const at = clauses.findIndex((c, i) => i > 0 && LATER.test(words(c)));
  if (at < 1 || !clauses.slice(at + 1).some((c) => THEN.test(words(c)))) return clauses;
  if (clauses.slice(at).some((c) => CONCLUDES.test(words(c)))) return clauses;
  return clauses.map((c, i) => (i < at ? c : { ...c, aside: true }));
}

function isMark(text: string, at: number): boolean {
  const mark = text[at];
  if (mark !== ',' && mark !== ';' && mark !== ':') return false;
  // 1,234 and 3:4 are numbers.
  return !(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''));
}

/** The clause that `at` stands in. */
export function clauseAt(clauses: readonly Clause[], at: number): Clause {
  return (clauses.findLast((clause) => clause.start <= at) ?? clauses[0]) as Clause;
}

export function isTotal(words: string): boolean {
  return TOTAL.test(words);
}

export function concludes(words: string): boolean {
  return CONCLUDES.test(words) || MOST.test(words) || /需要?/.test(words);
}

/** What a clause says that is reckoned from others, or left of them: no mere part of a list. */
const DERIVED =
  /[错误改漏]|正确|应[该当是为]|[总共剩和积商比占每即得]|合计|平均|面积|体积|周长|余下|[也就]是|现在|如今|后来|最[终后]|结果|答案|所以|因此|(?<!事|缘)故|则|那么|此时|其中|利润|路程|因为|由于|若|如果|当|设|已知|一半|倍(?!数)|(?<![方准])差/;
const VERB = /\s*(?:各|分别)?(?:是|为|有|=|等于|约为?|需要?|用了?|花了?|卖了?出?|得分?)?\s*$/;

/** Two clauses of one build about different things: 鸡有23只，兔有12只; 最大值5，最小值-3. */
export function areParallel(
  text: string,
  [a, b]: readonly [Clause, Clause],
  [x, y]: readonly [NumberPlace, NumberPlace],
): boolean {
  // 所以 leads the first of them, in the second it draws a conclusion.
  const [headA, headB] = [head(text, a, x, LEADS), head(text, b, y, JOINS)];
  const [tailA, tailB] = [text.slice(x.end, a.end).trim(), text.slice(y.end, b.end).trim()];
  if (headA.length > 14 || headB.length > 14 || tailA.length > 6 || tailB.length > 6) return false;
  if (
    DERIVED.test(headB.replace(/^余数/, '')) ||
    DERIVED.test(headA.replace(/^商/, '')) ||
    DERIVED.test(tailA + tailB)
  )
    return false;
  if (headA.endsWith('第') !== headB.endsWith('第')) return false;
  const [verbA, verbB] = [VERB.exec(headA)?.[0].trim(), VERB.exec(headB)?.[0].trim()];
  if (verbA !== verbB) return false;
  const [ofA, ofB] = [headA.replace(VERB, ''), headB.replace(VERB, '')];
  if (ofA === '' && ofB === '') return tailA !== '' && tailB !== '' && tailA !== tailB;
  return ofA !== '' && ofB !== '' && ofA !== ofB;
}

interface NumberPlace {
  readonly start: number;
  readonly end: number;
}

/** The words before a number in its clause, without what joins the clause to others. */
function head(text: string, clause: Clause, { start }: NumberPlace, joint: RegExp): string {
  return text.slice(clause.start, start).replace(joint, '').trim();
}

const LEADS = /^[\s*#>-]*(?:所以|因此|因而|故|综上|最[终后]|答)?[\s*]*/;
const JOINS = /^\s*(?:而|且|并且|同时)?\s*/;
