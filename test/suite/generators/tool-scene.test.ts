import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/model/index.ts';
import { PUBLIC_TOOLS } from '../../../src/suite/generators/material/public-tools.ts';
import type { FieldSchema } from '../../../src/suite/generators/material/records.ts';
import { WORK_TOOLS } from '../../../src/suite/generators/material/work-tools.ts';
import { toolScene } from '../../../src/suite/generators/tool-scene.ts';
import { randomFrom } from '../../../src/suite/random.ts';

const ajv = new Ajv2020({ strict: true });
const DOMAINS = [...PUBLIC_TOOLS, ...WORK_TOOLS];
const domainOf = (tool: string): string =>
  DOMAINS.find((d) => d.tools.some((t) => t.definition.name === tool))?.id ?? '?';

interface Call {
  readonly name: string;
  readonly arguments: JsonObject;
}

const draw = (options: object, i: number) => {
  const made = toolScene.generate(options as never, randomFrom('tool-scene-test', i));
  return {
    prompt: made.prompt ?? '',
    tools: made.tools ?? [],
    calls: made.target as unknown as Call[],
  };
};

/** How a user would say a value; null where the tool's description maps words to codes. */
function spoken(value: string | number | string[], schema: FieldSchema): readonly string[] | null {
  if (schema.enum !== undefined || schema.type === 'boolean') return null;
  if (Array.isArray(value)) {
    return schema.description.includes('mon tue') ? null : [value.join('、')];
  }
  const [y, m, d] = String(value).split('-').map(Number);
  if (/^\d{4}-\d\d-\d\d$/u.test(String(value))) return [`${y}年${m}月${d}日`];
  return [String(value)];
}

describe('tool-scene', () => {
  it.each([{}, { parallel: true }])('calls offered tools with valid arguments: %o', (options) => {
    for (let i = 0; i < 1000; i++) {
      const { tools, calls } = draw(options, i);
      expect(new Set(tools.map((t) => t.name)).size).toBe(tools.length);
      for (const call of calls) {
        const tool = tools.find((t) => t.name === call.name);
        expect(tool).toBeDefined();
        const schema = tool?.parameters ?? {};
        expect(ajv.validate(schema, call.arguments), ajv.errorsText()).toBe(true);
      }
    }
  });

  it('says every argument in the request', () => {
    for (let i = 0; i < 2000; i++) {
      const { prompt, tools, calls } = draw({ parallel: i % 2 === 0 }, i);
      for (const call of calls) {
        const tool = tools.find((t) => t.name === call.name);
        const properties = tool?.parameters.properties as Record<string, FieldSchema>;
        for (const [key, value] of Object.entries(call.arguments)) {
          const schema = properties[key] as FieldSchema;
          for (const words of spoken(value as string | number | string[], schema) ?? []) {
            expect(prompt).toContain(words);
          }
        }
      }
    }
  });

  it('offers 3 to 6 tools for one call, among them one of the same domain', () => {
    for (let i = 0; i < 1000; i++) {
      const { tools, calls } = draw({}, i);
      expect(calls).toHaveLength(1);
      expect(tools.length).toBeGreaterThanOrEqual(3);
      expect(tools.length).toBeLessThanOrEqual(6);
      const home = domainOf(calls[0]?.name ?? '');
      expect(tools.filter((t) => domainOf(t.name) === home).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('asks for two or three calls at once when parallel, at times of one tool', () => {
    let repeated = 0;
    for (let i = 0; i < 600; i++) {
      const { calls } = draw({ parallel: true }, i);
      expect([2, 3]).toContain(calls.length);
      expect(new Set(calls.map((c) => JSON.stringify(c))).size).toBe(calls.length);
      if (new Set(calls.map((c) => c.name)).size < calls.length) repeated += 1;
    }
    expect(repeated).toBeGreaterThan(100);
  });

  it('leaves about the stated share without a fitting tool', () => {
    let idle = 0;
    for (let i = 0; i < 2000; i++) {
      if (draw({ irrelevantPercent: 50 }, i).calls.length === 0) idle += 1;
    }
    // Five standard deviations round a half.
    expect(Math.abs(idle - 1000)).toBeLessThan(5 * Math.sqrt(500));
    for (let i = 0; i < 200; i++) expect(draw({}, i).calls).toHaveLength(1);
  });

  it('offers nothing that could serve an irrelevant request, not even in part', () => {
    for (let i = 0; i < 2000; i++) {
      const { prompt, tools } = draw({ irrelevantPercent: 100 }, i);
      const domains = new Set(tools.map((t) => domainOf(t.name)));
      expect(domains.size).toBe(tools.length);
      if (/火车|车票|次.等座|次商务座/u.test(prompt)) {
        expect([...domains].filter((d) => ['trains', 'orders'].includes(d))).toEqual([]);
      }
      if (/路灯|政务大厅/u.test(prompt)) {
        expect([...domains].filter((d) => ['city-services', 'maintenance'].includes(d))).toEqual(
          [],
        );
      }
      if (/泊位|引航员|上门取件|研讨间|闹钟/u.test(prompt))
        expect(domains).not.toContain('calendar');
    }
  });

  it('knows no two tools by one name, and each schema is closed', () => {
    const tools = DOMAINS.flatMap((d) => d.tools.map((t) => t.definition));
    expect(new Set(tools.map((t) => t.name)).size).toBe(tools.length);
    for (const tool of tools) expect(tool.parameters.additionalProperties).toBe(false);
  });
});
