import { defineGenerator } from './contract.ts';
import { GENRES } from './writing/genres.ts';
import { poseDraft } from './writing/pose.ts';

type Genre = keyof typeof GENRES;
const GENRE_NAMES = Object.keys(GENRES) as Genre[];

/**
 * Official, journalistic and commercial genres by their fixed form: title, addressee, numbering,
 * closing words, signature. As in `instruction-mix`, the text comes first and is the reference.
 */
export const genreFormat = defineGenerator<{ readonly genres?: readonly Genre[] }>({
  id: 'genre-format',
  version: '1.0.0',
  title: {
    zh: '公文、新闻与营销等体裁的格式',
    en: 'Formats of official, news and marketing texts',
  },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      genres: { type: 'array', items: { enum: GENRE_NAMES }, minItems: 1, uniqueItems: true },
    },
  },
  generate: (options, random) => {
    const draft = GENRES[random.pick(options.genres ?? GENRE_NAMES)](random);
    return poseDraft(draft, draft.musts.length + random.int(0, 2), random);
  },
});
