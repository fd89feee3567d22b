import type { Random } from '../../random.ts';
import type { Subject, TopicFamily } from '../material/writing-topics.ts';
import { TOPIC_FAMILIES } from '../material/writing-topics.ts';
import type { Requirement } from './requirements.ts';
import { keywords } from './requirements.ts';

/**
 * A finished text and what can be required of it. The text comes first and the requirements are
 * read off it: whatever is chosen of them, the text meets it.
 */
export interface Draft {
  /** What is to be written, without a full stop. */
  readonly task: string;
  /** True when the task does not say yet whom the text is for. */
  readonly anyReader: boolean;
  readonly text: string;
  /** Requirements without which the task would be another. */
  readonly musts: readonly Requirement[];
  readonly mays: readonly Requirement[];
}

export interface Topic {
  readonly family: TopicFamily;
  readonly subject: Subject;
}

export interface Sentence {
  readonly text: string;
  readonly keyword: string;
}

export function drawTopic(random: Random, families = TOPIC_FAMILIES): Topic {
  const family = random.pick(families);
  return { family, subject: random.pick(family.subjects) };
}

export const about = (pattern: string, subject: string): string =>
  pattern.replaceAll('{s}', subject);

export function sentence(pattern: string, subject: string): Sentence {
  return {
    text: about(pattern, subject).replace(/[[\]]/gu, ''),
    keyword: /\[(.+)\]/u.exec(pattern)?.[1] ?? '',
  };
}

export function drawSentences(
  { family, subject }: Topic,
  count: number,
  random: Random,
): Sentence[] {
  return random.sample(family.sentences, count).map((s) => sentence(s, subject.zh));
}

export function someKeywords(
  text: string,
  sentences: readonly Sentence[],
  random: Random,
): Requirement {
  const count = Math.min(sentences.length, random.int(1, 3));
  return keywords(
    text,
    random.sample(sentences, count).map((s) => s.keyword),
    random,
  );
}
