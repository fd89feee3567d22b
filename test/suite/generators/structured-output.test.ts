import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/model/index.ts';
import type { FieldSchema } from '../../../src/suite/generators/material/records.ts';
import { RECORD_KINDS } from '../../../src/suite/generators/material/records.ts';
import { structuredOutput } from '../../../src/suite/generators/structured-output.ts';
import { randomFrom } from '../../../src/suite/random.ts';

const ajv = new Ajv2020({ strict: true });

const draw = (kind: string, i: number) => {
  const {
    prompt = '',
    target = null,
    scorer,
  } = structuredOutput.generate({ kinds: [kind] }, randomFrom('structured-output-test', kind, i));
  return { prompt, target, schema: scorer?.schema as JsonObject };
};

/** Rows of the list or table in a prompt: label to shown value, in order. */
function rowsOf(prompt: string): Record<string, string>[] {
  const table = prompt.split('\n').filter((line) => line.startsWith('| '));
  if (table.length > 0) {
    const [head = [], , ...body] = table.map((line) => line.slice(2, -2).split(' | '));
    return body.map((cells) => Object.fromEntries(head.map((h, i) => [h, cells[i] ?? ''])));
  }
  return prompt
    .split('\n')
    .filter((line) => /^\d+\. /u.test(line))
    .map((line) =>
      Object.fromEntries(
        line
          .replace(/^\d+\. /u, '')
          .split('；')
          .map((cell) => cell.split('：') as [string, string]),
      ),
    );
}

/** Descriptions by key, from either form of the schema. */
function propertiesOf(schema: JsonObject): Record<string, FieldSchema> {
  const object = schema.type === 'array' ? (schema.items as JsonObject) : schema;
  return object.properties as Record<string, FieldSchema>;
}

/** The JSON value that a shown value stands for, by the schema alone. */
function valueOfShown(shown: string, schema: FieldSchema): Json {
  const description = schema.description;
  if (schema.type === 'boolean') return shown === '是';
  if (schema.type === 'integer' || schema.type === 'number') return Number(shown);
  if (description.includes('YYYY')) {
    const [y, m, d] = shown.match(/\d+/gu) ?? [];
    return `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`;
  }
  if (schema.enum !== undefined) {
    return new RegExp(`${shown}写 (\\w+)`, 'u').exec(description)?.[1] ?? null;
  }
  return shown;
}

const labelOf = (schema: FieldSchema): string => schema.description.split(/[，：]/u)[0] ?? '';

describe('structured-output', () => {
  it.each(['extract', 'list', 'summary'])('%s: the target is valid against the schema', (kind) => {
    for (let i = 0; i < 700; i++) {
      const { target, schema } = draw(kind, i);
      expect(ajv.validate(schema, target), ajv.errorsText()).toBe(true);
      // Nothing may be added to what was asked for.
      const extra = Array.isArray(target)
        ? [{ ...(target[0] as object), extra: 1 }]
        : { ...(target as object), extra: 1 };
      expect(ajv.validate(schema, extra)).toBe(false);
    }
  });

  it('asks for the keys of the schema, by name', () => {
    for (let i = 0; i < 600; i++) {
      const { prompt, schema } = draw(['extract', 'list', 'summary'][i % 3] as string, i);
      for (const [key, s] of Object.entries(propertiesOf(schema))) {
        expect(prompt).toContain(key);
        expect(prompt).toContain(s.description);
      }
    }
  });

  it('extract: every value stands in the text', () => {
    const kindsSeen = new Set<string>();
    for (let i = 0; i < 1500; i++) {
      const { prompt, target, schema } = draw('extract', i);
      for (const [key, s] of Object.entries(propertiesOf(schema))) {
        const value = (target as JsonObject)[key] as string | number | boolean | string[];
        kindsSeen.add(s.type);
        if (s.type === 'boolean') continue;
        if (s.enum !== undefined) {
          const shown = new RegExp(`[：，]([^：，]+)写 ${String(value)}(?:，|$)`, 'u');
          const word = shown.exec(s.description)?.[1] ?? '?';
          expect(prompt.split(word).length, `${word} in ${prompt}`).toBeGreaterThan(2);
        } else if (s.description.includes('YYYY')) {
          const [y, m, d] = String(value).split('-').map(Number);
          expect(prompt).toContain(`${y}年${m}月${d}日`);
        } else {
          expect(prompt).toContain(Array.isArray(value) ? value.join('、') : String(value));
        }
      }
    }
    expect([...kindsSeen].toSorted()).toEqual(['array', 'boolean', 'integer', 'number', 'string']);
  });

  it('list: the records are those of the text, filtered and sorted as it says', () => {
    for (let i = 0; i < 700; i++) {
      const { prompt, target, schema } = draw('list', i);
      const properties = propertiesOf(schema);
      let rows = rowsOf(prompt).map((row) =>
        Object.fromEntries(
          Object.entries(properties).map(([key, s]) => [
            key,
            valueOfShown(row[labelOf(s)] ?? '', s),
          ]),
        ),
      );
      const [, label = '', way] = /按(.+?)从(小到大|大到小)排列/u.exec(prompt) ?? [];
      const [, column = '', limit] = /只保留(.+?)不低于 (\d+) 的/u.exec(prompt) ?? [];
      const keyOf = (l: string): string =>
        Object.entries(properties).find(([, s]) => labelOf(s) === l)?.[0] ?? '';
      if (way !== undefined) {
        const sign = way === '小到大' ? 1 : -1;
        rows = rows.toSorted((a, b) => sign * (Number(a[keyOf(label)]) - Number(b[keyOf(label)])));
      }
      if (limit !== undefined) rows = rows.filter((r) => Number(r[keyOf(column)]) >= Number(limit));
      expect(target, prompt).toEqual(rows);
    }
  });

  it('summary: counts, sums and extremes are those of the list', () => {
    for (let i = 0; i < 700; i++) {
      const { prompt, target, schema } = draw('summary', i);
      const rows = rowsOf(prompt);
      for (const [key, s] of Object.entries(propertiesOf(schema))) {
        const description = s.description;
        const value = (target as JsonObject)[key] as Json;
        const column = (label: string): string[] => rows.map((row) => row[label] ?? '?');
        const [, by = '', end, name = ''] =
          /^(.+?)(最大|最小)的一条的(.+)$/u.exec(description) ?? [];
        if (description.endsWith('的条数')) expect(value).toBe(rows.length);
        else if (description.endsWith('的合计')) {
          const numbers = column(description.slice(0, -3)).map(Number);
          expect(value).toBe(numbers.reduce((a, b) => a + b, 0));
        } else if (end !== undefined) {
          const numbers = column(by).map(Number);
          const wanted = end === '最大' ? Math.max(...numbers) : Math.min(...numbers);
          expect(value).toBe(column(name)[numbers.indexOf(wanted)]);
        } else {
          expect(value).toEqual(column(/^全部(.+)，按原文顺序$/u.exec(description)?.[1] ?? ''));
        }
      }
    }
  });

  it('never sums what has no sum: floors, berths, speeds', () => {
    for (let i = 0; i < 1000; i++) {
      expect(draw('summary', i).prompt).not.toMatch(/(?:楼层|泊位号|转速（转\/分）)的合计/u);
    }
  });

  it('has no two fields of one kind of record with the same key or label', () => {
    for (const { id, fields } of RECORD_KINDS) {
      expect(new Set(fields.map((f) => f.words)).size, id).toBe(fields.length);
      const labels = fields.map((f) => f.label.replace(/（.*$/u, ''));
      expect(new Set(labels).size, id).toBe(fields.length);
    }
  });
});
