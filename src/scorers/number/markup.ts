import { type Reading, readingOf, without } from '../../text/index.ts';

/** Emphasis, TeX dollars and spacing, and braces around a thousands comma. */
const MARKUP =
  /\*\*(?!\d)|(?<!\d)\*\*|(?<![\d\s)*])\*(?=[\d-])|(?<=[\d\p{L}%.)])\*(?![\d\s(*])|[`$]|\\[()[\],;! ]|\\(?:left|right|displaystyle)\b|\{(?=,\})|(?<=\{,)\}|\\(?=%)|\\(?:text|mathrm|mathbf|textbf)\s*(?=\{)|<\/?(?:b|strong|em|i)>/gu;
const MARKUP_HINT = /[*`$\\<]|\{,\}/;
/** Braces around a unit and its exponent, as \\text and \\mathrm leave them: 50{ m}^{2}, 50{m^2}. */
const UNIT_BRACES =
  /(?<=[\d\s}])\{\s?(?=\p{L}{1,4}\s?(?:\^\{?[23]\}?)?\s?\})|(?<=[\d\s}]\{\s?\p{L}{1,4}\s?(?:\^\{?[23]\}?)?\s?)\}|(?<=m\}?\^)\{(?=[23]\})|(?<=m\}?\^\{[23])\}/gu;

/** A program is no answer, only what it prints. */
const PROGRAM =
  /```(?:python|py|javascript|js|typescript|ts|java|c|cpp|c\+\+|go|rust|sql|r|matlab|bash|sh)\b[^`]{0,4000}(?:```|$)/gi;
/** Web addresses have numbers that answer nothing. */
const ADDRESS = /\bhttps?:\/\/[\w./?=&%#~:+-]{1,500}/gi;

/** The text of an answer as the number reader sees it. */
export function numberReading(answer: string): Reading {
  let reading = readingOf(answer);
  if (reading.text.includes('```')) reading = without(reading, PROGRAM);
  if (reading.text.includes('://')) reading = without(reading, ADDRESS);
  // U+2236 is the sign of a ratio; places stay.
  if (reading.text.includes('∶')) {
    reading = { ...reading, text: reading.text.replaceAll('∶', ':') };
  }
  if (!MARKUP_HINT.test(reading.text)) return reading;
  const plain = without(reading, MARKUP);
  return plain.text.includes('{') ? without(plain, UNIT_BRACES) : plain;
}
