import { lengthOf } from '../../../text/length.ts';
import type { Random } from '../../random.ts';
import type { TopicFamily } from '../material/writing-topics.ts';
import { CLOSINGS, OPENINGS, TITLES, TOPIC_FAMILIES } from '../material/writing-topics.ts';
import type { Draft, Sentence, Topic } from './draft.ts';
import { about, drawSentences, drawTopic, sentence, someKeywords } from './draft.ts';
import type { Requirement } from './requirements.ts';
import * as requirement from './requirements.ts';

/** What can be asked of any Chinese prose. */
function proseMays(
  text: string,
  sentences: readonly Sentence[],
  subject: string,
  random: Random,
): Requirement[] {
  return [
    requirement.length(text, random),
    someKeywords(text, sentences, random),
    requirement.forbidden(text, random),
    requirement.withoutMark(text, random),
    requirement.keywordCount(text, subject, random),
    random.chance(0.5) ? requirement.withoutLatin(text) : requirement.withoutDigits(text),
  ];
}

interface Prose {
  readonly opening: string;
  readonly closing: string;
  readonly sentences: readonly Sentence[];
  /** Paragraphs of running text, opening and closing included. */
  readonly paragraphs: readonly string[];
}

function drawProse(topic: Topic, random: Random): Prose {
  const { zh } = topic.subject;
  const count = random.int(1, 4);
  const sentences = drawSentences(topic, count + random.int(2, 7), random);
  const opening = about(random.pick(OPENINGS), zh);
  const closing = about(random.pick(CLOSINGS), zh);
  const body = [opening, ...sentences.map((s) => s.text), closing];
  const size = Math.ceil(body.length / count);
  const paragraphs = Array.from({ length: Math.ceil(body.length / size) }, (_, i) =>
    body.slice(i * size, (i + 1) * size).join(''),
  );
  return { opening, closing, sentences, paragraphs };
}

/** Plain paragraphs, with or without fixed words at their beginnings. */
export function prose(random: Random): Draft {
  const topic = drawTopic(random);
  const { zh } = topic.subject;
  const { opening, closing, sentences, paragraphs } = drawProse(topic, random);
  const linked = paragraphs.length === 3 && random.chance(0.5);
  const links = ['先说印象，', '再看细节，', '最后想说，'];
  const text = (linked ? paragraphs.map((p, i) => `${links[i]}${p}`) : paragraphs).join('\n\n');
  const at = random.int(1, 3);
  const first = opening.slice(0, opening.indexOf('，') + 1);
  return {
    task: about(random.pick(topic.family.tasks), zh),
    anyReader: true,
    text,
    musts: [],
    mays: [
      ...proseMays(text, sentences, zh, random),
      requirement.paragraphs(text, random),
      requirement.sentences(text, '再补充一句。', random),
      requirement.endsWith(text, closing.slice(0, -1), random),
      requirement.plainText(text, random),
      linked
        ? requirement.paragraphStart(text, (links[at - 1] as string).slice(0, -1), at)
        : requirement.startsWith(text, first.slice(0, -1), random),
    ],
  };
}

/** Prose with something round it: a title, a postscript, brackets, emoji. */
export function dressedProse(random: Random): Draft {
  const topic = drawTopic(random);
  const { zh } = topic.subject;
  const { opening, closing, sentences, paragraphs } = drawProse(topic, random);
  const body = paragraphs.join('\n\n');
  const task = about(random.pick(topic.family.tasks), zh);
  const first = opening.slice(0, opening.indexOf('，'));
  const finish = (text: string, must: Requirement, ...more: Requirement[]): Draft => ({
    task,
    anyReader: true,
    text,
    musts: [must],
    mays: [...proseMays(text, sentences, zh, random), ...more],
  });
  switch (random.pick(['title', 'postscript', 'wrapped', 'emoji'] as const)) {
    case 'title': {
      const style = random.pick(['book', 'heading'] as const);
      const name = about(random.pick(TITLES), zh);
      const text = `${style === 'book' ? `《${name}》` : `# ${name}`}\n\n${body}`;
      const end = requirement.endsWith(text, closing.slice(0, -1), random);
      const draft = finish(text, requirement.title(text, style), end);
      // Whether the title counts would be a matter of taste.
      const mays = draft.mays.filter((r) => r.constraint.check !== 'keyword-count');
      return { ...draft, mays };
    }
    case 'postscript': {
      const marker = random.pick(['附', '备注', '又及']);
      const text = `${body}\n\n${marker}：文中所写只是个人看法。`;
      const start = requirement.startsWith(text, first, random);
      return finish(text, requirement.postscript(text, marker), start);
    }
    case 'wrapped': {
      const [open, close] = random.pick([
        ['【', '】'],
        ['「', '」'],
        ['<answer>', '</answer>'],
        ['〔', '〕'],
      ] as const);
      const text = `${open}${body}${close}`;
      const latin = open.startsWith('<');
      const draft = finish(text, requirement.wrapped(text, open, close));
      // The marks themselves are Latin letters here.
      const mays = draft.mays.filter((r) => !latin || r.constraint.check !== 'script');
      return { ...draft, mays };
    }
    case 'emoji': {
      const count = random.int(1, 4);
      const signs = random.sample(['🌿', '🌞', '📚', '🍵', '🎈', '🌊', '🧭', '🎵'], count);
      const [lead, ...rest] = body.split('。');
      const text = [`${lead}。${signs.join('')}`, rest.join('。')].join('');
      const start = requirement.startsWith(text, first, random);
      return finish(text, requirement.emoji(text, count, random), start);
    }
  }
}

export function english(random: Random): Draft {
  const topic = drawTopic(random);
  const { subject, family } = topic;
  const drawn = random.sample(family.english, random.int(3, 7));
  const sentences = drawn.map((s) => sentence(s, subject.en));
  const text = sentences.map((s) => s.text).join(' ');
  const words = text.split(' ').length;
  const [min, max] = [Math.floor((words * 0.8) / 5) * 5, Math.ceil((words * 1.2) / 5) * 5];
  const keyword = someKeywords(text, sentences, random);
  return {
    task: `用英文写一段话，内容是${subject.zh}（${subject.en}），读者是${random.pick(['外国游客', '留学生', '海外客户', '笔友'])}`,
    anyReader: false,
    text,
    musts: [
      {
        constraint: { check: 'language', is: 'en' },
        say: random.pick(['全文用英文，不夹中文', '只用英文写']),
        broken: drawSentences(topic, 3, random)
          .map((s) => s.text)
          .join(''),
      },
    ],
    mays: [
      requirement.sentences(text, ' That is all.', random),
      { ...keyword, broken: 'This text avoids that word.' },
      {
        constraint: { check: 'length', unit: 'word-count', min, max },
        say: `${min} 到 ${max} 个英文单词`,
        broken: `${text} ${text}`,
      },
      requirement.withoutDigits(text),
      requirement.paragraphs(text, random),
    ],
  };
}

/** A long article of about `target` Han characters, one paragraph per subject. */
export function article(target: number, random: Random): Draft {
  const family = random.pick(TOPIC_FAMILIES);
  const count = Math.min(8, Math.max(2, Math.ceil(target / 300)) + random.int(0, 2));
  const subjects = random.sample(family.subjects, count);
  const paragraphs: string[] = [];
  for (const [i, { zh }] of subjects.entries()) {
    const left = target - lengthOf(paragraphs.join(''), 'han');
    paragraphs.push(paragraphOf(family, zh, left / (count - i), random));
  }
  const [min, max] = [Math.ceil(target * 0.9), Math.floor(target * 1.1)];
  return {
    task: `写一篇文章，依次谈谈${subjects.map((s) => s.zh).join('、')}`,
    anyReader: true,
    text: paragraphs.join('\n\n'),
    musts: [
      {
        constraint: { check: 'length', unit: 'han', min, max },
        say: random.pick([
          `全文约 ${target} 字，上下浮动不超过 10%（只数汉字，标点不计）`,
          `篇幅 ${target} 个汉字左右，误差在 10% 以内，标点和空格不算`,
          `目标字数 ${target}（按汉字计，标点不计），允许正负 10% 的出入`,
        ]),
        broken: paragraphs
          .slice(0, Math.ceil(count / 2))
          .join('\n\n')
          .slice(0, min),
      },
    ],
    mays: [],
  };
}

/** Sentences of the family until there are about `share` Han characters. */
function paragraphOf(family: TopicFamily, subject: string, share: number, random: Random): string {
  let text = about(random.pick(OPENINGS), subject);
  let pool: string[] = [];
  // Half a sentence early: on average the end falls on the mark.
  while (lengthOf(text, 'han') < share - 10) {
    if (pool.length === 0) pool = random.shuffle(family.sentences);
    text += sentence(pool.pop() as string, subject).text;
  }
  return text;
}
