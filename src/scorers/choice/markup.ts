import { type Reading, without } from '../../text/index.ts';

/** Emphasis, struck-out text, TeX dollars and text commands: they wrap labels and mean nothing. */
const MARKUP =
  /~~[^~\n]{1,200}~~|<del>[^<\n]{1,200}<\/del>|[*`$]+|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])|\\(?:text(?:bf|rm|it|sf|tt)?|math(?:rm|bf|sf|it)|boldsymbol|bf|rm)\s*\{?|\\[()[\]]|<\/?(?:b|strong|em|i|u)>/g;
const MARKUP_HINT = /[*`$_~\\<]/;

/** The reading without markup. */
export function withoutMarkup(reading: Reading): Reading {
  return MARKUP_HINT.test(reading.text) ? without(reading, MARKUP) : reading;
}

/** An option's text without the markup that answers are read without. */
export function plainOptionText(text: string): string {
  return MARKUP_HINT.test(text) ? text.replace(MARKUP, '') : text;
}

/** Blanks between single characters, as scanned pages have them: 「正 确 答 案 是 B」. */
const SPACED =
  /(?:[\u4e00-\u9fff] +){2}[\u4e00-\u9fff:,。(] +[\u4e00-\u9fff:(]|答 +案|选 +项|正 +确|^\S(?: +\S)+$/;
const SPACE_IN_HAN = /(?<=[\u4e00-\u9fff:,。()]) +(?=[\u4e00-\u9fff:,。()])/g;
/** 「甲 乙 丙 丁 戊」 is a list. */
const LISTED = /甲 乙|乙 丙|丙 丁|对 错|错 对/;

/** Longest answer looked at for being one statement, said again and again. */
const MAX_REPEATED = 200;
const REPEATED = /^(\S(?:.{0,38}\S)??)(?:[\s,。;!]+\1)+[\s,。;!]*$/;

/** 「4 北 4 北 4 北」 without what is said again. */
export function saidOnce(reading: Reading): Reading {
  const { text } = reading;
  const once = text.length > MAX_REPEATED ? null : (REPEATED.exec(text)?.[1] ?? null);
  return once === null ? reading : { ...reading, text: text.slice(0, once.length) };
}

/** The reading without the blanks that a scan has put between all characters. */
export function withoutScanBlanks(reading: Reading): Reading {
  const { text } = reading;
  return text.includes(' ') && SPACED.test(text) && !LISTED.test(text)
    ? without(reading, SPACE_IN_HAN)
    : reading;
}
