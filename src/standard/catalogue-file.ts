import type { LocalText } from '../model/index.ts';
import type { Category, DecisionRule, Indicator, Provenance, Threshold } from './catalogue.ts';

/** What indicators may leave to the defaults of their category or of the file. */
type Defaulted =
  | 'level'
  | 'methods'
  | 'rule'
  | 'minN'
  | 'minNProvenance'
  | 'appliesWhen'
  | 'appliesWhenAny'
  | 'verifiable'
  | 'weight';

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

export type Defaults = Loose<Pick<Indicator, Defaulted>> & {
  readonly threshold?: Loose<Pick<Threshold, 'comparator' | 'provenance'>>;
};

export type WrittenThreshold = Pick<Threshold, 'value'> &
  Loose<Pick<Threshold, 'comparator' | 'provenance'>>;

/** An indicator as written, or with its defaults filled in as far as there are any. */
export type IndicatorDraft = Pick<
  Indicator,
  'id' | 'category' | 'group' | 'title' | 'requirement' | 'metric'
> &
  Loose<Pick<Indicator, Defaulted | 'notTestedReason'>> & {
    readonly threshold?: WrittenThreshold | undefined;
    readonly provenance?: Provenance | undefined;
  };

/** A catalogue file as `schemas/catalogue.schema.json` describes it. */
export interface CatalogueFile {
  readonly id: string;
  readonly edition: string;
  readonly title: LocalText;
  readonly notice: LocalText;
  readonly publishers: readonly LocalText[];
  readonly defaults?: Defaults;
  readonly rules: readonly DecisionRule[];
  readonly categories: readonly (Category & { readonly defaults?: Defaults })[];
  readonly indicators: readonly IndicatorDraft[];
}
