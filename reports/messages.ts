import type { Language } from '../src/model/index.ts';
import { en } from './messages/en.ts';
import { type Messages, zhCN } from './messages/zh-cn.ts';

export type { Messages } from './messages/zh-cn.ts';

const TABLES: Readonly<Record<Language, Messages>> = { 'zh-CN': zhCN, en };

export function messagesFor(language: Language): Messages {
  return TABLES[language];
}
