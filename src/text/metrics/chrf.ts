import { countNgrams } from './ngrams.ts';
import { tokensOf } from './tokens.ts';

const MAX_ORDER = 6;
const BETA_SQUARED = 4;

export interface Chrf {
  /** In [0, 1]; sacreBLEU prints it times 100. */
  readonly figure: number;
  /** Mean over the orders that both texts are long enough for. */
  readonly precision: number;
  readonly recall: number;
}

/**
 * chrF of Popović 2015: character n-grams of the orders 1 to 6 without blanks, β = 2, no word
 * n-grams, no smoothing (orders that one text is too short for are left out). Equal to sacreBLEU
 * 2.6.0.
 */
export function chrf(answer: string, reference: string): Chrf {
  const texts = [tokensOf(answer, 'char'), tokensOf(reference, 'char')] as const;
  const orders = countNgrams(texts[0], [texts[1]], MAX_ORDER).filter(
    (order) => order.answer > 0 && order.reference > 0,
  );
  let precision = 0;
  let recall = 0;
  for (const order of orders) {
    precision += order.matched / order.answer / orders.length;
    recall += order.matched / order.reference / orders.length;
  }
  if (precision === 0 || recall === 0) return { figure: 0, precision, recall };
  const figure = ((1 + BETA_SQUARED) * precision * recall) / (BETA_SQUARED * precision + recall);
  return { figure: Math.min(1, figure), precision, recall };
}
