import { UserError } from '../document/index.ts';
import type { Usage } from '../model/index.ts';
import type { Price } from './config.ts';
import type { StopReason } from './gate.ts';

/** Counts what a run uses, and says when it has used enough. */
export interface Budget {
  note(usage: Usage | undefined): void;
  /** Why nothing more may be asked; null while there is budget left. */
  reached(): StopReason | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In the price's currency; null without a price. */
  readonly cost: number | null;
}

/** What a run may use: whole tokens, and a decimal amount in the price's currency. */
export interface BudgetLimits {
  readonly tokens?: number;
  readonly cost?: number;
}

/** Throws UserError for a cost limit without a price. */
export function requirePrice(limits: BudgetLimits, price: Price | null): void {
  if (limits.cost !== undefined && price === null) {
    throw UserError.of(
      'no-price',
      '设了费用上限，但配置中该模型没有 price。',
      'A cost limit is set, but the model has no "price" in the configuration.',
    );
  }
}

/** A budget from which `spent` is gone already. */
export function runBudget(
  limits: BudgetLimits,
  price: Price | null,
  spent: { readonly inputTokens: number; readonly outputTokens: number },
): Budget {
  let { inputTokens, outputTokens } = spent;
  const cost = (): number | null =>
    price === null
      ? null
      : (inputTokens * Number(price.input) + outputTokens * Number(price.output)) / 1e6;
  return {
    get inputTokens() {
      return inputTokens;
    },
    get outputTokens() {
      return outputTokens;
    },
    get cost() {
      return cost();
    },
    note(usage) {
      inputTokens += usage?.inputTokens ?? 0;
      outputTokens += usage?.outputTokens ?? 0;
    },
    reached() {
      if (limits.tokens !== undefined && inputTokens + outputTokens >= limits.tokens) {
        return { kind: 'budget', what: 'tokens', limit: String(limits.tokens) };
      }
      if (limits.cost !== undefined && (cost() ?? 0) >= limits.cost) {
        return { kind: 'budget', what: 'cost', limit: String(limits.cost) };
      }
      return null;
    },
  };
}
