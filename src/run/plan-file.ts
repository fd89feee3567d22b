import { readFileSync } from 'node:fs';
import { payloadOf, readEnvelope, readStatement, subjectDigest } from '../attest/index.ts';
import { UserError } from '../document/index.ts';
import type { Item, Plan } from '../evidence/index.ts';
import { canonicalJson, itemsRoot, planDigest, sha256 } from '../evidence/index.ts';
import type { ModelConfig } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import type { SuiteMedia } from '../suite/index.ts';
import { writeOutputFile } from './output-file.ts';
import type { PreparedPlan } from './plan.ts';
import { systemUnderTest } from './plan.ts';

/** A plan in one file: the first line is the plan, each further line an item or a media file. */
interface Head {
  readonly plan: Plan;
  /** Of the plan: a slip of an editor's hand must not change what is required. */
  readonly digest: string;
  readonly media: readonly { sha256: string; mediaType: string; base64: string }[];
  /** Salts of the hidden items by item id; absent without such items. */
  readonly salts?: Readonly<Record<string, string>>;
  /** The envelope in which the plan is signed, as text. */
  readonly signature?: string;
}

/** Writes a plan so that it can be run later, elsewhere, and not be changed unnoticed. */
export function writePlanFile(path: string, prepared: PreparedPlan): void {
  const { plan, items, media, salts, planSignature } = prepared;
  const head: Head = {
    plan,
    digest: planDigest(plan),
    media: [...media.values()].map(({ sha256, mediaType, read }) => ({
      ...{ sha256, mediaType, base64: Buffer.from(read()).toString('base64') },
    })),
    ...(salts.size === 0 ? {} : { salts: Object.fromEntries(salts) }),
    ...(planSignature === undefined ? {} : { signature: planSignature }),
  };
  const lines = [head, ...items].map((value) => `${canonicalJson(value)}\n`);
  writeOutputFile(path, lines.join(''));
}

/**
 * Reads a plan and checks that it can be run as written: its items are the ones it was made with,
 * its scorers are here in their versions, and the model is the one it was made for.
 *
 * @throws UserError saying what does not fit
 */
export function readPlanFile(
  path: string,
  model: ModelConfig,
  scorers: ReadonlyMap<string, Scorer>,
): PreparedPlan {
  let head: Head;
  let items: Item[];
  try {
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    head = JSON.parse(lines[0] ?? '') as Head;
    items = lines.slice(1).map((line) => JSON.parse(line) as Item);
    const format: string | undefined = (head as Partial<Head> | null)?.plan?.format;
    if (format !== 'aigc-plan/1') throw new Error('its first line is not the head of a plan');
  } catch (error) {
    const detail = (error as Error).message;
    throw UserError.of(
      'plan-unreadable',
      `无法读取计划 ${path}：${detail}。`,
      `The plan ${path} cannot be read: ${detail}.`,
    );
  }
  const { plan } = head;
  const refuse: Refuse = (zh, en) => {
    throw UserError.of('plan-differs', `计划 ${path} ${zh}`, `The plan ${path} ${en}`);
  };
  if (planDigest(plan) !== head.digest) {
    refuse('被改动过。', 'was changed after it was made.');
  }
  const salts = new Map(Object.entries(head.salts ?? {}));
  const unsalted = items.some(({ id, pool }) => pool === 'hidden' && !salts.has(id));
  if (unsalted || itemsRoot(items, salts).root !== plan.itemsRoot) {
    refuse('中的用例被改动过。', 'has cases that were changed after it was made.');
  }
  for (const { id, version } of plan.scorers) {
    const here = scorers.get(id)?.version;
    if (here === version) continue;
    refuse(
      `要求评分方法 ${id} 的版本 ${version}，现有版本为 ${here ?? '无'}。`,
      `needs version ${version} of the scorer ${id}; here is ${here ?? 'none'}.`,
    );
  }
  const { name: _planned, ...planned } = plan.sut;
  const { name: _given, ...given } = systemUnderTest(model);
  for (const key of Object.keys(planned) as (keyof typeof planned)[]) {
    if (canonicalJson(planned[key]) === canonicalJson(given[key])) continue;
    refuse(
      `是为 ${key} = ${canonicalJson(planned[key])} 制定的，配置中为 ${canonicalJson(given[key])}。`,
      `was made for ${key} = ${canonicalJson(planned[key])}; the configuration says ${canonicalJson(given[key])}.`,
    );
  }
  const { signature } = head;
  if (signature !== undefined) requireSigned(plan, signature, refuse);
  return {
    ...{ plan, items, media: planMedia(head, refuse), salts },
    ...(signature === undefined ? {} : { planSignature: signature }),
  };
}

/** The signature has to be of this plan; whose it is, a verifier says. */
function requireSigned(plan: Plan, text: string, refuse: Refuse): void {
  const { envelope, problems } = readEnvelope(text, 'attest/plan.dsse.json');
  if (envelope === null) throw new UserError(problems);
  const read = readStatement(payloadOf(envelope), 'plan', 'attest/plan.dsse.json');
  if (read.statement === null) throw new UserError(read.problems);
  if (subjectDigest(read.statement, 'plan').sha256 === planDigest(plan)) return;
  refuse('带有另一份计划的签名。', 'carries the signature of another plan.');
}

type Refuse = (zh: string, en: string) => never;

function planMedia(head: Head, refuse: Refuse): ReadonlyMap<string, SuiteMedia> {
  return new Map(
    head.media.map(({ sha256: digest, mediaType, base64 }) => {
      const bytes = Buffer.from(base64, 'base64');
      if (sha256(bytes) !== digest) {
        refuse('中的媒体文件被改动过。', 'has media that were changed after it was made.');
      }
      return [digest, { sha256: digest, mediaType, read: () => bytes }];
    }),
  );
}
