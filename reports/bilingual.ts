import type { LocalText } from '../src/model/index.ts';
import { type Wording, wordingFor } from './wording.ts';

/** What a wording says, in both languages: for formats that are read by programs of both. */
export function inBoth(say: (wording: Wording) => string): LocalText {
  return { zh: say(wordingFor('zh-CN')), en: say(wordingFor('en')) };
}

/** Both languages on one line; only once what is the same in both. */
export function sideBySide({ zh, en }: LocalText): string {
  return zh === en ? zh : `${zh} / ${en}`;
}
