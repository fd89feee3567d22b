/** 「请提供宽度，我再为您计算」: the answer is put off until the reader has answered. */
const ASKS_BACK =
  /(?:请|告诉|提供|补充|确认|明确)[^。!?\n]{0,40}?(?:我[们]?(?:再|才|就|可以|来|好|会)|以便|才能)[^。!?\n]{0,10}?(?:算|解|求|答|判断|确定)|请?告诉我[你您]的(?:偏好|选择|需求|情况|意向)|\bwhich (?:one|option)\b[^.?\n]{0,20}\byou\b|\bI(?:'d| would| will|'ll)? need (?:some )?(?:more|additional)\b|\bplease (?:provide|tell|let)\b[^.\n]{0,80}\bso (?:that )?I\b/i;
/** One of these is in every such request; looked for before the pattern, which is slow. */
const ASKING = ['请', '告诉', '提供', '补充', '确认', '明确', 'hich', 'need', 'lease'];
/** 「如有变化请告诉我，我再帮你算」 offers more to an answer that was given. */
const OFFER = /(?:如果|如有|若|要是|有(?:问题|疑问|需要)|\bif\b)[^。!?\n]{0,60}$/i;
/** 具体要看…, 看情况: what the answer is depends on something that is not known. */
const DEPENDS =
  /具体[^。;\n]{0,16}?(?:要看|得看|取决于|视[^,。\n]{1,12}而定)|(?:这|那)?(?:就|还|也)?(?:要|得)看[^。;\n]{0,16}?(?:情况|是否|怎么|如何|哪|有没有|是不是|理解)|看情况|(?:答案|结果|这)(?:就|也)?取决于|\bit depends\b/i;
/** 「可能需要17分钟，但如果…，则是19分钟」. */
const ALTERNATES =
  /可能[^。;\n]{0,20}\d[^。;\n]{0,12}[,;]\s?(?:但|不过|而)?(?:如果|若|要是)[^。;\n]{0,24}(?:则|就|那么?)?(?:是|为|需要?|要)\s?\d/;
/** A list of options at the end, and no word of which it is. */
const OPTIONS =
  /(?:^|\n)\s{0,4}\(?A[.、):]\s?[^\n]{1,80}\n\s{0,4}\(?B[.、):]\s?[^\n]{1,80}(?:\n\s{0,4}\(?[C-H][.、):]\s?[^\n]{1,80}){0,6}\s*$|(?:^|[\s,。:])A[.、:]\s?[^\s,。]{1,12}[\s,;]{1,3}B[.、:]\s?[^\s,。]{1,12}(?:[\s,;]{1,3}[C-H][.、:]\s?[^\s,。]{1,12}){1,6}\s*$/;
/** 「第二步，求相遇时间：」: announced and not done. */
const BREAKS_OFF = /:[\s*]{0,4}$/;
/** What states a result all the same. */
const STATED = /=\s?-?[\d¥$]|所以|因此|综上|答案|一共|总共|\btherefore\b|\bthus\b/i;
/** 「一说是1644年，一说是1645年」. */
const DIVIDED =
  /一说[^。;\n]{1,24}[,;]\s?(?:另?一说|也有)|[,;。]\s?(?:但|也|而)有(?:人|资料|说法|文献)[^。;\n]{0,6}(?:说|认为|称|为)[^。;\n]{0,12}\d/;
/** A table of data at the end, two rows and more. */
const TABLE = /(?:\n|^)\s*\|[\s:|-]+\|\s*\n(?:[^\n]*\|[^\n]*\d[^\n]*(?:\n|$)){2,40}\s*$/;
const TOTAL_ROW = /[=×÷+]|合计|总|共|平均|答案|结果|小计|total|result|answer|步/i;
/** 「- 苹果：3个\n- 梨：4个」: parts of which none is the result. */
const PARTS =
  /(?:^|\n)\s*[-*•]\s?\*{0,2}[^\n:\d=]{1,10}:\s?\d[\d.,]{0,9}\s?([^\s\d]{0,3})\s*\n\s*[-*•]\s?\*{0,2}([^\n:\d=]{1,10}):\s?\d[\d.,]{0,9}\s?\1\s*$/;
const RESULT_LABEL =
  /[总共剩余现最合净实差得应需]|平均|结果|答案|面积|体积|周长|total|result|answer|left/i;
/** 「你写的是14，再想想？」 */
const SENDS_BACK = /再(?:仔细|好好)?(?:想|试|算|检查|看)[^。!?\n]{0,6}[?!~。]{0,2}\s*$/;
/** Looked at from the end; UTF-16 units. */
const SPAN = 1200;

/** True where the answer leaves its number open: options, questions back, plans, conditions. */
export function isOpen(text: string): boolean {
  const tail = text.length > SPAN ? text.slice(-SPAN) : text;
  return listsOnly(tail) || defers(tail) || (leavesOpen(tail) && !CONCLUDED.test(tail));
}

const CONCLUDED = /所以|因此|综上|答案(?:是|为|:)/;

/** Options to choose from, parts without a sum, rows of data. */
function listsOnly(tail: string): boolean {
  if (tail.includes('B') && OPTIONS.test(tail)) return true;
  const table = tail.includes('|') ? TABLE.exec(tail)?.[0] : undefined;
  if (table !== undefined && !TOTAL_ROW.test(table)) return true;
  const parts = /[-*•]/.test(tail) ? PARTS.exec(tail) : null;
  return parts !== null && !RESULT_LABEL.test(parts[2] ?? '');
}

/** The result is put off: until the reader answers, tries again, or the text goes on. */
function defers(tail: string): boolean {
  if (tail.includes('再') && SENDS_BACK.test(tail)) {
    if (!/[应就][该当]?[是为]|正确|答案|=/.test(tail)) return true;
  }
  if (BREAKS_OFF.test(tail.slice(-6)) && !STATED.test(tail)) return true;
  if (!ASKING.some((word) => tail.includes(word))) return false;
  const asks = ASKS_BACK.exec(tail);
  if (asks === null) return false;
  const before = tail.slice(0, asks.index);
  return !OFFER.test(before) && !STATED.test(before);
}

/** True where the words make the number depend on what is not known. */
export function leavesOpen(words: string): boolean {
  if (/看|取决|而定|depends/.test(words) && DEPENDS.test(words)) return true;
  if (words.includes('可能') && ALTERNATES.test(words)) return true;
  return (words.includes('一说') || /[,;。]\s?[但也而]有/.test(words)) && DIVIDED.test(words);
}
