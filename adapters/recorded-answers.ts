import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { Problem } from '../src/document/problem.ts';
import { UserError } from '../src/document/problem.ts';
import { outcomeKind } from '../src/model/index.ts';
import type { RecordedLine } from './recorded-line.ts';
import { readRecordedLine } from './recorded-line.ts';

/** Problems reported at most; a file of the wrong kind has one in every line. */
const MOST_PROBLEMS = 50;
/** Longest line, bytes: no answer is that long, but a file without line breaks is. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Where a line stands in the file. */
interface LinePlace {
  readonly offset: number;
  readonly length: number;
}

/** Where the answers for one key stand, in the order of the file. */
export type AnswerPlaces = readonly LinePlace[];

export interface RecordedAnswers {
  /** Answers to this turn of a sample; the turn's own lines, else those that name no turn. */
  ofSample(sampleId: string, turn: number): AnswerPlaces;
  /** Answers to any request whose last user message is this text. */
  ofPrompt(text: string): AnswerPlaces;
  read(place: LinePlace): Promise<RecordedLine>;
  close(): Promise<void>;
}

/**
 * Opens a file of recorded answers (JSON Lines). It is read once from end to end to check every
 * line and to note where it stands; the answers themselves stay on disk, so that a file may be
 * larger than memory.
 *
 * @throws UserError with the place of every line that is wrong.
 */
export async function openRecordedAnswers(file: string): Promise<RecordedAnswers> {
  const handle = await openFile(file);
  try {
    return await indexAnswers(file, handle);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function indexAnswers(file: string, handle: FileHandle): Promise<RecordedAnswers> {
  const problems: Problem[] = [];
  const places = new Map<string, LinePlace[]>();
  /** Line number of the answer that ends a turn, by key. */
  const settled = new Map<string, number>();
  for await (const { bytes, offset, number } of linesOf(file, handle)) {
    const read = readRecordedLine(bytes);
    const at = { file, line: number, severity: 'error' as const };
    if ('problem' in read) problems.push({ ...at, ...read.problem });
    else if (read.line !== undefined) {
      const key = keyOf(read.line);
      const earlier = settled.get(key);
      if (earlier !== undefined) problems.push({ ...at, ...duplicateOf(earlier) });
      if (endsTurn(read.line)) settled.set(key, number);
      const list = places.get(key) ?? [];
      places.set(key, list);
      list.push({ offset, length: bytes.byteLength });
    }
    if (problems.length >= MOST_PROBLEMS) break;
  }
  if (problems.length > 0) throw new UserError(problems);

  return {
    ofSample: (sampleId, turn) =>
      places.get(turnKey(sampleId, turn)) ?? places.get(sampleKey(sampleId)) ?? [],
    ofPrompt: (text) => places.get(promptKey(text)) ?? [],
    read: (place) => readLineAt(file, handle, place),
    close: () => handle.close(),
  };
}

/** Only a line that names its turn can be known to be the last of it. */
function endsTurn(line: RecordedLine): boolean {
  return 'turn' in line && outcomeKind(line.response.outcome ?? 'ok') !== 'failed';
}

function keyOf(line: RecordedLine): string {
  if ('prompt' in line) return promptKey(line.prompt);
  return line.turn === undefined ? sampleKey(line.sample) : turnKey(line.sample, line.turn);
}

const sampleKey = (sample: string): string => `sample ${sample}`;
const turnKey = (sample: string, turn: number): string => `turn ${turn} ${sample}`;
/** By digest: prompts may be long, and there may be millions. */
const promptKey = (text: string): string =>
  `prompt ${createHash('sha256').update(text).digest('hex')}`;

async function readLineAt(
  file: string,
  handle: FileHandle,
  { offset, length }: LinePlace,
): Promise<RecordedLine> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
  const read = readRecordedLine(buffer.subarray(0, bytesRead));
  if ('problem' in read || read.line === undefined) {
    throw UserError.of(
      'file-changed',
      '录制文件在运行期间被改动。请恢复原文件后重新运行。',
      'The file of recorded answers was changed while the run was going on. Restore it and run again.',
      { file },
    );
  }
  return read.line;
}

interface Line {
  readonly bytes: Buffer;
  /** Of the first byte, from the beginning of the file. */
  readonly offset: number;
  /** 1-based. */
  readonly number: number;
}

async function* linesOf(file: string, handle: FileHandle): AsyncGenerator<Line> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let offset = 0;
  let number = 1;
  const take = (end: Buffer): Line => {
    const bytes = pending.length === 0 ? end : Buffer.concat([...pending, end]);
    pending = [];
    pendingBytes = 0;
    return { bytes, offset, number: number++ };
  };
  const stream = handle.createReadStream({ start: 0, autoClose: false });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      const line = take(chunk.subarray(start, end));
      yield line;
      offset += line.bytes.byteLength + 1;
      start = end + 1;
    }
    pending.push(chunk.subarray(start));
    pendingBytes += chunk.byteLength - start;
    if (pendingBytes > LONGEST_LINE) throw lineTooLong(file, number);
  }
  if (pendingBytes > 0) yield take(Buffer.alloc(0));
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw UserError.of(
      'unreadable-file',
      `无法打开录制文件：${why}。请检查 options.file 的路径；相对路径从配置文件所在目录算起。`,
      `The file of recorded answers cannot be opened: ${why}. Check the path in options.file; a relative one starts at the folder of the configuration file.`,
      { file },
    );
  }
}

function lineTooLong(file: string, line: number): UserError {
  return UserError.of(
    'line-too-long',
    '这一行超过 64 MiB。录制文件应为 JSON Lines：每行一个 JSON 对象。',
    'This line is longer than 64 MiB. A file of recorded answers is JSON Lines: one JSON object a line.',
    { file, line },
  );
}

function duplicateOf(earlier: number): Pick<Problem, 'code' | 'message'> {
  return {
    code: 'duplicate-answer',
    message: {
      zh: `第 ${earlier} 行已经给出同一样本、同一轮的回答，这一行永远不会被用到。请删去其中一行；重复测试请使用各次重复自己的样本编号（如 X#2）。`,
      en: `Line ${earlier} already answers this turn of this sample, so this line can never be used. Remove one of them; repeats have sample ids of their own (such as X#2).`,
    },
  };
}
