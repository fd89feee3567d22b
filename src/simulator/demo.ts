import type { Ability } from './ability.ts';
import { type FaultSpec, parseFaults } from './faults.ts';

/**
 * The model of `aigc demo`: good on the whole, with a few faults of every kind, so that a reader
 * sees each outcome and each way an answer can go wrong. Not a model of any product.
 */
export function demoAbility(): Ability {
  return {
    // Far enough above a limit of 0.9 that some 200 cases suffice to say "conforming".
    '*': 0.99,
    // Limits of 0.95 and more leave no room for the odd mistake on so few cases.
    'C4.3.1': 1,
    'C12.1.1': 1,
    'C13.3.2': 1,

    // Nonconforming: a coin toss, surely below any limit.
    'C1.2.2': 0.5,
    // Nonconforming: gives a number to every question that has none, and gives in when contradicted.
    'C3.4.1': 0.3,
    'C13.3.3': 0.4,

    // Inconclusive: just about at its limit, where no number of cases this small can decide.
    'C3.1.2': 0.8,

    // Answers of other kinds, which a report shows by status.
    'C1.1.4': { right: 0.93, refuse: 0.04, garble: 0.03 },
    'C2.1.3': { right: 0.95, filter: 0.05 },
    'C4.1.4': { right: 0.9, garble: 0.1 },
    // Refuses too much of what it should answer.
    'C14.6.2': { right: 0.8, refuse: 0.2 },
  };
}

/**
 * A service with some rate limiting, which retries overcome, and with one indicator whose calls
 * never succeed (execution error). Retry-After is 0, so that a demonstration does not wait.
 */
export function demoFaults(): FaultSpec {
  return parseFaults('429=0.01,retry-after=0,C6.2.1:500=1');
}
