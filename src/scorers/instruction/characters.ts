import { countMatches, isSimplifiedOnly, isTraditionalOnly } from '../../text/index.ts';
import { type Checker, defineChecker, PERCENT, quoted, shown, TEXTS } from './checker.ts';

const punctuation = defineChecker<{ forbid: readonly string[] }>({
  check: 'punctuation',
  keys: { forbid: TEXTS },
  required: ['forbid'],
  bounded: false,
  measure(text, { forbid }) {
    const found = forbid.filter((mark) => text.includes(mark));
    return { held: found.length === 0, measured: found };
  },
  fault(_, measured) {
    const found = quoted(measured as string[]);
    return { zh: `出现了禁用的符号${found.zh}`, en: `forbidden marks occur: ${found.en}` };
  },
});

const SCRIPTS = ['han', 'latin', 'no-latin', 'no-digits', 'simplified', 'traditional'] as const;
type ScriptRule = (typeof SCRIPTS)[number];

const SCRIPT_TITLES: Readonly<Record<ScriptRule, { zh: string; en: string }>> = {
  han: { zh: '非汉字的字母', en: 'letters that are not Han' },
  latin: { zh: '非拉丁字母', en: 'letters that are not Latin' },
  'no-latin': { zh: '拉丁字母', en: 'Latin letters' },
  'no-digits': { zh: '数字', en: 'digits' },
  simplified: { zh: '繁体字', en: 'traditional characters' },
  traditional: { zh: '简体字', en: 'simplified characters' },
};

const script = defineChecker<{ only: ScriptRule; max?: number }>({
  check: 'script',
  keys: { only: { enum: [...SCRIPTS] }, max: PERCENT },
  required: ['only'],
  bounded: false,
  measure(text, { only, max = 0 }) {
    const { exceptions, of } = scriptCount(text, only);
    const percent = of === 0 ? 0 : (exceptions * 100) / of;
    // A text without any character of the kind asked for does not have that script.
    const some = of > 0 || only === 'no-latin' || only === 'no-digits';
    return {
      held: some && percent <= max,
      measured: { exceptions, of, percent: rounded(percent) },
    };
  },
  fault({ only }, measured) {
    const { exceptions, percent } = measured as { exceptions: number; percent: number };
    const title = SCRIPT_TITLES[only];
    return {
      zh: `${title.zh}有 ${exceptions} 个，占 ${percent}%`,
      en: `${title.en}: ${exceptions} (${percent}%)`,
    };
  },
});

/** Exceptions to a rule, and the characters that it is a rule of. */
function scriptCount(text: string, only: ScriptRule): { exceptions: number; of: number } {
  const letters = (): number => countMatches(text, /\p{L}/gu);
  const latin = (): number => countMatches(text, /\p{Script=Latin}/gu);
  switch (only) {
    case 'han':
      return { exceptions: countMatches(text, /(?!\p{Script=Han})\p{L}/gu), of: letters() };
    case 'latin':
      return { exceptions: countMatches(text, /(?!\p{Script=Latin})\p{L}/gu), of: letters() };
    case 'no-latin':
      return { exceptions: latin(), of: letters() };
    case 'no-digits':
      return { exceptions: countMatches(text, /\p{Nd}/gu), of: countMatches(text, /\S/gu) };
    case 'simplified':
      return hanCount(text, isTraditionalOnly);
    case 'traditional':
      return hanCount(text, isSimplifiedOnly);
  }
}

function hanCount(
  text: string,
  isException: (character: string) => boolean,
): { exceptions: number; of: number } {
  let exceptions = 0;
  let of = 0;
  for (const [character] of text.matchAll(/\p{Script=Han}/gu)) {
    of++;
    if (isException(character)) exceptions++;
  }
  return { exceptions, of };
}

const language = defineChecker<{ is: 'zh' | 'en'; min?: number }>({
  check: 'language',
  keys: { is: { enum: ['zh', 'en'] }, min: PERCENT },
  required: ['is'],
  bounded: false,
  measure(text, { is, min = 90 }) {
    const letters = countMatches(text, /\p{L}/gu);
    const own = countMatches(text, is === 'zh' ? /\p{Script=Han}/gu : /\p{Script=Latin}/gu);
    const percent = letters === 0 ? 0 : (own * 100) / letters;
    return { held: letters > 0 && percent >= min, measured: rounded(percent) };
  },
  fault: ({ is, min = 90 }, measured) => ({
    zh: `${is === 'zh' ? '汉字' : '拉丁字母'}占 ${shown(measured)}%，要求不少于 ${min}%`,
    en: `${is === 'zh' ? 'Han' : 'Latin'} letters: ${shown(measured)}%, asked for at least ${min}%`,
  }),
});

function rounded(percent: number): number {
  return Math.round(percent * 100) / 100;
}

export const CHARACTER_CHECKERS: readonly Checker[] = [punctuation, script, language];
