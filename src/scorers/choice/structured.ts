import type { Found, Undecided } from './decisions.ts';
import { indexOfLabel, type LabelSet } from './label-set.ts';
import { type Entry, entriesOf, type Node } from './records.ts';
import { type Verdict, verdictOf } from './verdict-words.ts';

/** How the text of a value is read by itself; null where no option can be read from it. */
export type ReadValue = (value: string) => Omit<Found, 'rule'> | null;

/** What the records of a text answer, and where the last of them ends. */
export interface Structured {
  readonly answer: Found | Undecided;
  readonly end: number;
}

/** What a record says is the answer; without indices where it says so of nothing readable. */
interface Claim extends Omit<Found, 'rule' | 'indices'> {
  readonly indices: readonly number[] | null;
  /** In a list of records, which may be about one option each. */
  readonly listed: boolean;
}

/** Keys whose value is the answer; 「label」 and its kin may also be of something else. */
const ANSWERS =
  /^(?:(?:final|correct|right|best|model|my|the|selected|chosen|predicted|submit(?:ted)?)?(?:answers?|choices?|options?|labels?|results?)|ans|final|correct|selected|selection|prediction|predicted|response|output|verdict|judge?ment|decision|pick|category|(?:最终|最后|正确|参考|标准|我的|所选|本题)*(?:答案|选项|选择|判断|判定|结果|结论|标签|类别|分类|回答|正解)(?:结果|选项)?)$/i;
const PLAINLY = /answer|^ans$|^final$|答案|正解/i;

/** Keys under which an answer to something else may stand. */
const ASIDE =
  /expl|reason|analy|rational|thought|think|comment|note|^options?$|example|altern|candid|distract|wrong|incorrect|other|question|premise|解析|解释|理由|原因|依据|分析|说明|思[考路]|过程|推理|^选项$|题[目干]|示例|例如|干扰|错|误|其他|备选|confid|score|prob|置信|得分|概率/i;

/** What an object in place of an answer says it with. */
const CONTENT = /^(?:text|content|value|name|key|letter|id|内容|文本|字母|值)$/i;

/** Keys that lines of keys and values may have; other words before a colon are prose. */
export function isKnown(key: string): boolean {
  return ANSWERS.test(key) || ASIDE.test(key) || CONTENT.test(key);
}

const NOTHING = /^(?:null|none|nil|n\/a|undefined|无)?$/i;

/**
 * The answer of a structured text: JSON, XML or lines of keys and values, whole or amid prose. What
 * stands under an answer's key is read as an answer by itself; explanations are not looked at, and
 * records that contradict themselves settle nothing.
 */
export function structuredAnswer(
  text: string,
  set: LabelSet,
  read: ReadValue,
  { multiple, asksForWrong }: { multiple: boolean; asksForWrong: () => boolean },
): Structured | null {
  const records = entriesOf(text);
  // Lines are a record where each key is known; other words before a colon are prose.
  if (records.some(({ key, node }) => node.kind === 'lines' && !isKnown(key))) return null;
  const claims = records.flatMap((record) => claimsOf(record, false));
  const plain = claims.filter(({ listed }) => !listed);
  const counted = plain.length > 0 ? plain : claims;
  const last = counted.at(-1);
  if (last === undefined) return null;
  // Where prose stands between them the later one revises the earlier.
  let first = counted.length - 1;
  while (first > 0 && isNextTo(counted[first - 1] as Claim, counted[first] as Claim)) first--;
  const settled = counted.slice(first).filter((claim) => claim.indices !== null);
  const [one] = settled;
  const end = records.at(-1)?.node.next ?? last.end;
  if (one === undefined) return { answer: { undecided: true }, end };
  const union = [...new Set(settled.flatMap(({ indices }) => indices ?? []))];
  const agree = settled.every(({ indices }) => indices?.length === union.length);
  const listed = multiple && settled.every(({ indices }) => indices?.length === 1);
  if (!agree && !(listed && isSequence(settled))) return { answer: { undecided: true }, end };
  const { start } = last.indices === null ? one : last;
  const alternatives = settled.some((claim) => claim.alternatives === true);
  const place = last.indices === null ? one.end : last.end;
  return { answer: { indices: union, rule: 'structured', start, end: place, alternatives }, end };

  function isNextTo(a: Claim, b: Claim): boolean {
    const between = text
      .slice(a.end, b.start)
      .replace(/<[^<>]*>|\\*["'“”][\p{L}_]*\\*["'“”]\s*:/gu, '');
    return !/[\p{L}\d]/u.test(between) || isOneRecord(a, b);
  }

  /** Both inside one record, where nothing is revised. */
  function isOneRecord(a: Claim, b: Claim): boolean {
    return records.some(
      ({ node }) =>
        node.kind === 'lines' ||
        (node.kind === 'json' && node.start <= a.start && b.end <= node.next),
    );
  }

  /** `<answer>A</answer><answer>C</answer>`: one tag each. */
  function isSequence(found: readonly Claim[]): boolean {
    const [one, two] = [found[0], found.at(-1)];
    return one !== undefined && two !== undefined && !isOneRecord(one, two);
  }

  function claimsOf({ key, node }: Entry, inList: boolean): Claim[] {
    const answers = ANSWERS.test(key);
    if (!answers && ASIDE.test(key)) return [];
    if (node.entries === null) return answers ? valueClaim(key, node, inList) : [];
    if (node.list) return listClaims(key, node, node.entries, answers);
    const judged = judgedOptions(
      node.entries.map(({ key: label, node: said }) => ({ label, said })),
    );
    if (judged !== null) return [claim(judged, node, inList)];
    const others = node.entries.filter((entry) => !ASIDE.test(entry.key));
    const [only] = others;
    const inner = node.entries.flatMap((entry) => claimsOf(entry, inList));
    if (inner.length > 0 || only === undefined) return inner;
    if (others.length === 1 && only.node.entries === null) {
      const index = answers ? indexOfLabel(set, only.key) : undefined;
      if (index !== undefined) return [claim([index], node, inList)];
      // One key with one value, explanations aside, says nothing else.
      return valueClaim('', only.node, inList);
    }
    const contents = answers ? node.entries.filter((entry) => CONTENT.test(entry.key)) : [];
    return contents.flatMap((entry) => valueClaim('', entry.node, inList));
  }

  function listClaims(key: string, node: Node, items: readonly Entry[], answers: boolean): Claim[] {
    const rows = judgedOptions(items.map(rowOf));
    if (rows !== null) return [claim(rows, node, false)];
    const alone = items.length === 1;
    if (!answers) return items.flatMap((item) => claimsOf(item, !alone));
    const claims = items.flatMap((item) =>
      item.node.entries === null
        ? valueClaim('answer', item.node, false)
        : claimsOf({ ...item, key }, false),
    );
    if (claims.length < items.length || claims.some(({ indices }) => indices === null)) {
      return PLAINLY.test(key) ? [claim(null, node, false)] : [];
    }
    const indices = [...new Set(claims.flatMap((one) => one.indices ?? []))];
    // A list of all options under 「choices」 repeats the question.
    const echo = indices.length === set.options.length && !PLAINLY.test(key);
    return echo ? [] : [claim(indices.length === 0 ? null : indices, node, false)];
  }

  function valueClaim(key: string, node: Node, listed: boolean): Claim[] {
    const value = text.slice(node.start, node.end);
    const found = NOTHING.test(value.trim()) ? null : read(value);
    if (found === null) return PLAINLY.test(key) ? [claim(null, node, listed)] : [];
    const start = node.start + found.start;
    return [{ ...found, start, end: node.start + found.end, listed }];
  }

  function claim(indices: readonly number[] | null, { start, end }: Node, listed: boolean): Claim {
    return { indices, start, end, listed };
  }

  /** `{"option": "A", "correct": false}` in a list of the same. */
  function rowOf({ node }: Entry): { label: string; said: Node | undefined } {
    const scalars = (node.entries ?? []).filter((entry) => entry.node.entries === null);
    const named = scalars.find(
      ({ node: { start, end } }) => indexOfLabel(set, text.slice(start, end)) !== undefined,
    );
    const said = scalars.find((entry) => entry !== named && verdictIn(entry.node) !== 'none');
    return {
      label: named === undefined ? '' : text.slice(named.node.start, named.node.end),
      said: said?.node,
    };
  }

  /** The options that are said to be right, where each is judged: `{"A": false, "B": true}`. */
  function judgedOptions(
    rows: readonly { label: string; said: Node | undefined }[],
  ): number[] | null {
    if (rows.length < 2) return null;
    const chosen: number[] = [];
    for (const { label, said } of rows) {
      const index = indexOfLabel(set, label);
      const verdict = said === undefined || said.entries !== null ? 'none' : verdictIn(said);
      if (index === undefined || verdict === 'none') return null;
      if (verdict === (asksForWrong() ? 'denies' : 'affirms')) chosen.push(index);
    }
    return chosen.length > 0 ? chosen : null;
  }

  function verdictIn({ start, end }: Node): Verdict {
    const value = text.slice(start, end).trim();
    // Whether 「true」 is of the statement or of the choice is open where the wrong one is asked for.
    if (TRUE_OR_FALSE.test(value))
      return asksForWrong() ? 'none' : /^[tyc是]/i.test(value) ? 'affirms' : 'denies';
    return verdictOf(value.split(/[,。;]/, 1)[0] ?? '');
  }
}

const TRUE_OR_FALSE = /^(?:true|false|yes|no|correct|incorrect|是|否)$/i;
