import { describe, expect, it } from 'vitest';
import { genreFormat } from '../../../src/suite/generators/genre-format.ts';
import { GENRES } from '../../../src/suite/generators/writing/genres.ts';
import { randomFrom } from '../../../src/suite/random.ts';

const draw = (genre: string, i: number) => {
  const made = genreFormat.generate({ genres: [genre] }, randomFrom('genre-test', genre, i));
  return {
    prompt: made.prompt ?? '',
    lines: (made.reference ?? '').split('\n').filter((line) => line !== ''),
    wrong: made.wrong ?? [],
  };
};

/** What the field calls the fixed parts of a genre, looked for in the reference. */
const PARTS: Readonly<Record<string, readonly RegExp[]>> = {
  circular: [/^《关于.+的通知》\n/u, /\n各.+：\n/u, /\n一、.+\n二、/u, /\n特此通知。\n\S+局$/u],
  request: [/^《关于.+的请示》\n/u, /\n\S+局：\n/u, /万元/u, /\n.*请批[示复]。\n\S+$/u],
  news: [/^《.+举办.+》\n本报\S+讯（记者\S+）/u],
  invitation: [/^《邀请函》\n尊敬的\S+：\n/u, /【时间】.*【地点】/u, /\n此致\n敬礼\n\S+$/u],
  advertisement: [/\p{RGI_Emoji}/v, /有售。$/u],
  appeal: [/^《\S+倡议书》\n/u, /\n一、.+\n二、.+\n三、/u, /\n让我们\S+。$/u],
  minutes: [/^# \S+会议纪要\n时间：.+\n地点：.+\n主持人：/u, /\n- .+\n- /u, /\n记录人：\S+$/u],
};

describe('genre-format', () => {
  it.each(Object.keys(GENRES))('%s: the reference has the parts of the genre', (genre) => {
    for (let i = 0; i < 150; i++) {
      const { lines, prompt, wrong } = draw(genre, i);
      for (const part of PARTS[genre] ?? [/^never$/u]) expect(lines.join('\n')).toMatch(part);
      expect(wrong.length, prompt).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.keys(GENRES))('%s: 300 draws give more than 280 different tasks', (genre) => {
    const prompts = new Set(Array.from({ length: 300 }, (_, i) => draw(genre, i).prompt));
    expect(prompts.size).toBeGreaterThan(280);
  });
});
