import type { LabelSet } from './label-set.ts';
import { type Run, skipOwnText } from './runs.ts';

/**
 * What an answer does with a run of labels.
 * - `decides`: gives it as the answer (答案是B, 故选B, \boxed{B}, …, 应改为B);
 * - `names`: says which one is right (正确的是B, 只有B正确);
 * - `names-wrong`: says which one is wrong (错误的是B);
 * - `only-wrong`: says that no other is wrong (只有B错误);
 * - `excepts`: says that all others are right (除B外都对);
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
  | 'affirms'
  | 'denies'
  | 'supposes'
  | 'none';

/** Characters looked at on either side; more never changes what is said of a label. */
const WINDOW = 48;

const FRESH_LINE = /(?:^|\n)[\s>#\-•*("“‘「『【[]*(?:\d{1,2}[.、)]\s*)?$/;

const OPENERS = /[\s("'“”‘’「『【《[<{]+$/;

/** Words that may stand between 答案 and its label; as characters, so that matching is linear. */
const GLUE = `[\\])】」』”"'\\s:=>\\-→⇒—~是为即选项择填应该当就便也只能最终仍还大概可很无疑确定有两二三四几个项共故因此所以我认一肯须的字母第在于属归如下…]`;

const DECIDES = new RegExp(
  [
    `(?:答案|正确选项|最[佳优]选项|最终选项|所选选项|我的选择|最终选择|最佳选择|正确选择|结论)(?:毫无疑问|对应(?:于|着)?)?${GLUE}{0,16}$`,
    `(?<![备候入筛任供竞评优精挑])选(?!项)(?:择|取|定|出|中|填|了|的|用)*(?:答案|选项|字母)?(?:应?该?当?[是为])?[:=→\\s]*(?:选项)?$`,
    `(?:^|[\\n。;:])\\s*答[:,]\\s*(?:应?该?选)?$`,
    `答案\\s+(?:is|are)\\s*$`,
    `(?:填|勾选|锁定|倾向于?|猜测?(?:是|选)?|押|只?剩下?的?(?:是|只有)?|[确判]?定为|改为|改成|改选|[更修订纠]正为|应[为属是]|应当?该?[为是]|而是|就是|便是|必[是为]|即[为是]|归为|故为|其实是|实际是|才是)[:\\s]*(?:选项)?$`,
    `\\b(?:answers?|ans|choices?(?=\\s*(?::|is|would|should|must)))(?:\\s+(?:is|are|was|would|should|must|has|to|be|option|choice|letter|here|therefore|thus|clearly|simply|probably|likely|definitely|actually|still|then))*["\\s]*(?:[:=–]|-+>?)*\\s*(?:option|choice)?\\s*$`,
    `\\b(?:choose|select|pick|chose|selected|picked|go(?:ing)? with|opt for|settle on|correct option is|correct choice is)(?:\\s+(?:the|option|choice|answer|letter))*\\s*:?\\s*$`,
    `\\\\boxed\\{?$`,
    `<answer>$`,
    `####\\s*$`,
  ].join('|'),
  'i',
);

/** A correction; it needs the label to be all that is said. */
const CORRECTS =
  /(?:(?:^|[,。.;:!?\n…])\s*(?:哦|噢|啊)?不对|错了|更正|修正|纠正|订正|改为|改成|改选|等等|等一下)[,:。.!;…\s]*(?:应?该?当?)?(?:是|为|选)?$|(?:不是|并非|不选|不应选|\bnot\b)[^。.;\n]{1,24}(?:[,;]\s*(?:而|应该?|就|它|答案)?(?:是|为)|\bbut(?:\s+rather)?(?:\s+is)?)\s*$/i;

/** A conclusion; it needs the label to be all that is said. */
const CONCLUDES =
  /(?:故|所以|因此|因而|综上(?:所述|可[知见得])?|∴|⇒|于是|从而|总之|可见|由此可[知见]|\b(?:therefore|thus|hence|so))[,:\s]*(?:应?该?当?)?(?:是|为|选)?$|(?:认为|觉得|猜|感觉|判断|相信|应该|应当|大概|估计|多半|肯定|必定|一定|可能|无疑|显然|似乎|看来|那么?|只能|只会|当然|最终|最后|实际上|其实|依然|还|也|想|发现|得知|证明|得出)[,\s]*(?:只|就|应该?|正)?(?:是|为|属于)\s*$|\bit(?:'s|’s|\s+(?:is|must\s+be|should\s+be|has\s+to\s+be|would\s+be|could\s+be))\s*$/i;

const NAMES =
  /(?:[的者](?:那)?(?:一|1)?(?:项|个|选项|说法|是|组|句|种|一组|一句|结论|推断|判断|叙述|表述|描述|做法|观点|理解|分析|回复|回答|方案|组合|搭配|排列|顺序)?(?:应该|应当|应|就|只|只能|只有|仅)?(?:是|为|有|:|=)+|(?:正确|错误)(?:的|项)*(?:是|为|:)+)[\s:]*(?:选项)?$/;

const WRONG_BEFORE_NAME =
  /(?:错误?|误|不[^,。;:\n]{1,14}|没有[^,。;:\n]{1,12}|无法[^,。;:\n]{1,8}|无关)(?:的|者)?[^,。;:\n的]{0,10}$/;

const DENIES =
  /(?:(?<!不得|不能|无|是|毫)不(?:[应该能可以会要宜再得太是]|考虑|建议|推荐)*(?:选择?|选|是|为|属于)|排除(?:了|掉|选项|法排除)?|剔除|去掉|划掉|筛掉|淘汰|(?:并非|而非|(?<![无除])非)(?:是|选)?|[别勿没未]有?选|[错误]选|\bnot|n't\s+be|\bnever|\b(?:eliminate|exclude|rule\s+out)|\bnot\s+(?:choose|select|pick))(?:选项|答案|了|:)*\s*(?:option\s*)?$/i;

const NEGATED_BEFORE =
  /(?:不|别|勿|未|没有?|莫|(?<!除)非|无法|难以|无需|避免|拒绝|\bnot|n't|\bnever|\bcannot|错|误|误以为)(?:[要能应该会可以宜再去是得想敢被把将]|考虑|建议|推荐|直接|轻易|随便|盲目)*\s*$/i;

const DOUBLE_NEGATION = /不得不|不能不|毫不犹豫地?|毫不迟疑地?|毫无疑问|无疑|不妨|不难|无一例外/g;

const SUPPOSES =
  /如果|若(?!干)|假如|假设|假若|假定|要是|倘若|倘使|即使|即便|就算|有人|有些|有的|有同学|许多|很多|不少|部分(?:同学|学生|人|考生)|同学们|容易|易(?:错|误|混)|往往|为什么|为何|怎么|何以|万一|是否|是不是|能否|可否|无法(?:判断|确定|区分)|不(?:能)?(?:确定|知道|清楚)|难以(?:判断|确定)|犹豫|纠结|常见|曾经?|本来|原本|起初|一开始|最初|先前|之前|原来|原以为|看似|貌似|表面上?|乍一?看|初看|\bif\b|\bwhy\b|\bsuppose|\bwhether|\binitially|\bat first|\bmight seem|格式|形式|例如|比如|形如/i;

/** After these the clause is no longer a supposition: 若不考虑阻力则选B. */
const RESUMES = /则|那么|所以|因此|故|因而|\bthen\b/g;

const CLAUSE_BREAK = /[,。;!?\n]/;

// A line of its own below is no part of what is said of the label: `答案：AC⏎错误选项：…`.
const RIGHT_OF_LABEL =
  /^(?:[)\]】》}」』”’"'*>]|[^\S\n])*(?:选项|项|答案)?(?:[)\]】》}」』”’"'*>]|[^\S\n])*/;

const CLAUSE_END =
  /^[\s)\]】}」』”’"']*(?:$|[,。.;!:、\n…—(]|因为|由于|原因|理由|解析|解释|\bbecause|\bsince|吧|了|的?(?:$|[,。.;!\n])|无误|没错)/;

const ASKS = /^[\s)\]】}」』”’"']*(?:吗|么|呢)?\s*\?|^\s*(?:吗|么)|^\s*还是/;

const ADVERBS = `(?:[两二三四五]?[个项者种])?(?:的?说法|这项|这个|选项)?(?:都|均|全|皆|也|才|就|则|显然|明显|同样|是|为|应该?|最|更|比较|完全|基本|描述|表述|叙述|显得|其实|并|确实|的确|依然|仍然?|还|因此|所以|故|可|\\s|:)*`;

const POSITIVE = new RegExp(
  `^${ADVERBS}(?:正确|对(?=的|了|$|[,。.;!\\n、)A-Z])|没有?(?:错|问题|错误)|无误|符合(?!.{0,3}不)|成立|可选|当选|应?该?要?选(?=$|[,。;.!\\n、)])|入选|准确|恰当|合适|合理|比[^,。;\\n]{1,12}?(?:更|要|还)(?:合适|好|恰当|准确|有帮助|安全|合理|符合)|妥当|稳妥|贴切|优|好(?=$|[,。.;!\\n])|真|本题答案|(?:本题|此题|该题|最终|最佳|唯一|标准|正解|要选的?)的?(?:正确)?(?:答案|选项)|(?:正确)?答案|正解|佳选|胜出|√|✓|✔|☑|✅|(?:(?:is|are|looks?|seems?|would be|must be)\\s+)?(?:all\\s+|both\\s+|indeed\\s+|clearly\\s+|the\\s+)*(?:correct|right|true|best|answer)\\b)`,
  'i',
);

const NEGATIVE = new RegExp(
  `^${ADVERBS}(?:不(?!错|仅|但|只|过|选|如)|不选(?=$|[,。;.!\\n、)])|没有?(?!错|问题)|错|有误|误|无关|无效|排除|可?以?排除|可?以?被?排除|被?排除|矛盾|违背|偏离|干扰项|太?绝对|×|✗|✘|❌|✖|(?:(?:is|are|was)\\s+)?(?:all\\s+|both\\s+|clearly\\s+|also\\s+)*(?:not|wrong|incorrect|false|eliminated|excluded)\\b|isn't|aren't|can(?:not|'t) be)`,
  'i',
);

/** What takes a decision back: 选A是错的, 答案A不对. 选B不选A does not. */
const WITHDRAWN =
  /^(?:[^\S\n]|是|也|都|均|就|明显|显然|并|其实|的?说法)*(?:不(?:太|够|完全)?(?:对|正确|符合|成立|行|可取|可以|合适|恰当|准确|妥|合理|是(?:正确)?答案|能选)|错|有误|\b(?:is|are)\s+(?:not|wrong|incorrect)\b|isn't)/i;

/** What makes the label part of something else: 选A的同学, 选A会, B超. */
const ATTRIBUTIVE =
  /^\s*(?:的话|的?(?:格式|形式)|的(?!理由|原因|依据|解析|$|[,。.;!?\s)]|确|正确)|会|将|时|后|就(?:错|会)|者|[和与跟同比](?!.{0,6}(?:项|正确|对)))/;

const COMPOUND = /^(?:超|股|语言|站|盘|型|级|轮|大调|小调|罩杯|字头|族|栋|座)/;

/** Capitals that are not followed by what may follow a list of labels: 选用AC电源. */
const COMPACT_WORD = /^(?![项选都均全皆两三四五是为正错不和与及等因])\p{Script=Han}/u;

const BOUNDARY =
  /(?:^|[,.。;:!?、\n)\]】」』”…>]|故|所以|因此|因而|则|而|[知见有即但且又因由看得仅唯]|其实|实际上?|事实上|分析|选项|选择|答案|说明|表明|显然|综上|此时|认为|觉得|其中|和|与|及|对于|关于|至于|由于|因为|除了?|错误?|对|正确|\b(?:is|that|think|believe|so|thus|therefore|hence|actually|options?|choice|only|answer|because|since|and|both)|∴|⇒|第)\s*$/i;

/** What makes a bare number a label: 选项3, 第2个选项. */
const NUMBERED = /(?:选项|第|\boption)\s*$/i;

const ONLY = /(?:只有|仅有|唯有|仅|唯|只剩?|\bonly)\s*(?:选项|option)?\s*$/i;

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
  if (COMPOUND.test(right) && !/^[\s)\]】}]/.test(text.slice(run.end, run.end + 1))) return 'none';
  if (run.alternatives && text.slice(run.start, run.end).includes('还是')) return 'supposes';
  if (EXCEPTS.test(left)) return excepted(right);
  if (DENIES.test(left)) return 'denies';
  const end = CLAUSE_END.test(right);
  const decision = DECIDES.exec(left);
  if (decision !== null) return decided(left, decision.index, right);
  if (end && CORRECTS.test(left)) return ASKS.test(right) ? 'supposes' : 'decides';
  const name = NAMES.exec(left);
  if (name !== null && (end || POSITIVE.test(right))) {
    if (ASKS.test(right) || supposedIn(clause)) return 'supposes';
    const named = left.slice(Math.max(0, name.index - 20), name.index + 3);
    return WRONG_BEFORE_NAME.test(clauseOf(named).replace(/(?:是|为|有|:|=)+$/, '')) ||
      /错误(?:的|项)*(?:是|为|:)+$/.test(name[0])
      ? 'names-wrong'
      : 'names';
  }
  if (end && !run.weak && CONCLUDES.test(left)) {
    return ASKS.test(right) || supposedIn(clause) ? 'supposes' : 'decides';
  }
  return run.weak && !ONLY.test(left) && !NUMBERED.test(left)
    ? 'none'
    : predicated(left, right, fresh);
}

function surroundings(text: string, set: LabelSet, run: Run): Surroundings {
  const before = text.slice(Math.max(0, run.start - WINDOW), run.start);
  const left = before.replace(OPENERS, '');
  let after = text.slice(run.end, run.end + WINDOW + 80);
  const own = skipOwnText(after, set, run);
  // `B. 36 千克正确` says something of B; `B。正确……` does not.
  if (own > 0) after = after.slice(own);
  const right = after.replace(RIGHT_OF_LABEL, '').slice(0, WINDOW);
  return { left, right, clause: clauseOf(left), fresh: FRESH_LINE.test(before) };
}

/** The end of the text, from the last break between clauses on. */
function clauseOf(left: string): string {
  for (let i = left.length - 1; i >= 0; i--) {
    if (CLAUSE_BREAK.test(left[i] ?? '')) return left.slice(i + 1);
  }
  return left;
}

function decided(left: string, at: number, right: string): Stance {
  const before = clauseOf(left.slice(0, at)).replace(DOUBLE_NEGATION, '');
  if (NEGATED_BEFORE.test(before)) return 'denies';
  if (WITHDRAWN.test(right)) return 'denies';
  // 「答案A」 may also be the name of an option: 答案A讲的是…….
  if (/(?:答案|结论)\s*$/.test(left) && !CLAUSE_END.test(right))
    return predicated(left, right, false);
  if (supposedIn(before) || ASKS.test(right) || ATTRIBUTIVE.test(right)) return 'supposes';
  return 'decides';
}

const EXCEPTS = /除(?:了|去|掉)?(?:选项)?$|\b(?:except|other than|apart from)(?:\s+for)?$/i;

const OTHERS =
  /^[\s,]*(?:以?外|之外)?[\s,]*(?:其他|其余|别的|剩下)?(?:的)?(?:[一二两三四五]?[个项])?(?:选项|说法|各项|各个)?(?:都|均|全|全部|皆)(?:是)?(?:(不|错|有误|没有?道理|无关)|(正确|对|符合|选|应选))/;

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
  return 'none';
}

const VERDICT =
  /没有?(?:错误?|问题)|无误|(?:不(?:太|够|完全|尽|甚|一定|全面)?(?:正确|准确|对|符合[^,。;\n]{0,6}|成立|恰当|合适|合理|属于[^,。;\n]{0,10}|选)|错误|有误|排除|错|过于绝对)(?:的|了|项)?(?=[,。;!.\n)]|$)|(?:正确|准确|符合(?:题意|题目|要求|条件|题干|事实)?(?:要求)?|成立|恰当|合适|属实|对|当选)(?:的|了|项)?(?=[,。;!.\n)]|$)|[√✓✔☑✅×✗✘❌✖]/g;

/** 看似正确 says nothing of what it is. */
const SEEMS = /(?:看似|貌似|乍一?看|[初粗]看|表面上?)[^,。;\n]{0,10}$/;

/**
 * The last verdict of a segment that begins with a label: 「A项看似合理，实则错误」. For answers that
 * go through the options one by one and never say which one they choose.
 */
export function verdictOf(segment: string): 'affirms' | 'denies' | 'none' {
  let last: string | null = null;
  for (const match of segment.matchAll(VERDICT)) {
    if (!SEEMS.test(segment.slice(Math.max(0, match.index - 16), match.index))) last = match[0];
  }
  if (last === null) return 'none';
  if (/^没|^无误|^[√✓✔☑✅]/.test(last)) return 'affirms';
  return /^不|错|误|排除|绝对|[×✗✘❌✖]/.test(last) ? 'denies' : 'affirms';
}

/** True when labels at this place can be the subject of a sentence. */
export function isSubject(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  return FRESH_LINE.test(before) || BOUNDARY.test(before.replace(OPENERS, ''));
}
