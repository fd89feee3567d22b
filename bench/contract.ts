import type { Json } from '../src/model/index.ts';

/** One bench: what it measures is JSON, what it says on the way goes to `note`. */
export interface Bench {
  readonly name: string;
  /** One line for whoever asks what there is. */
  readonly title: string;
  measure(note: (line: string) => void): Promise<Readonly<Record<string, Json>>>;
}
