/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A text that is shown to people, in both languages of the house. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

export type Language = 'zh-CN' | 'en';

export function localize(text: LocalText, language: Language): string {
  return language === 'zh-CN' ? text.zh : text.en;
}
