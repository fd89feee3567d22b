import type { Item } from '../../../src/evidence/index.ts';
import type { Attack } from '../attack.ts';
import type { Anything, Forgery } from '../forgery.ts';
import { recount } from '../forgery.ts';
import { WAIVED } from '../suites.ts';
import {
  ATTEMPTS,
  drop,
  FAILING,
  HIDDEN,
  HIDDEN_ITEMS,
  of,
  PUBLIC_ITEMS,
  REVEAL,
  SCORES,
} from './places.ts';

const PLAN_SIGNATURE = 'attest/plan.dsse.json';

function strict(plan: Anything): { leaf: Anything; planned: Anything } {
  return {
    leaf: plan.catalogue.indicators.find(({ id }: Anything) => id === WAIVED),
    planned: plan.indicators.find(({ indicator }: Anything) => indicator === WAIVED),
  };
}

/** The limit that was missed is now one that was reached; the critical counts follow. */
function lowerLimit(plan: Anything): void {
  const { leaf, planned } = strict(plan);
  leaf.threshold.value = '0.5';
  recount(plan, planned);
}

const withTarget = (target: string) => (items: Item[]) =>
  items.map((item) => (item.id === FAILING ? { ...item, target } : item));

function dropItem(forgery: Forgery): void {
  forgery.changePlan(
    () => {},
    (items) => items.filter(({ id }) => id !== FAILING),
  );
  for (const file of [ATTEMPTS, SCORES]) drop(forgery, file, of(FAILING));
}

/** What was to be asked, how it is decided, and when that was fixed. */
export const PLAN_ATTACKS: readonly Attack[] = [
  {
    name: 'lowers a limit after the run, in the file alone',
    level: 'edit',
    apply: (forgery) =>
      forgery.change('plan/catalogue.json', (value) => {
        strict({ ...value, indicators: [] }).leaf.threshold.value = '0.5';
      }),
    codes: ['DIGEST_FILE', 'PLAN_SUBJECT', 'PLAN_STARTED'],
  },
  {
    name: 'lowers a limit after the run as a vendor who signs for himself',
    level: 'resign',
    apply: (forgery) => forgery.changePlan(lowerLimit),
    codes: ['PLAN_SUBJECT'],
  },
  {
    name: 'lowers a limit and throws the signature of the plan away',
    level: 'resign',
    apply(forgery) {
      forgery.changePlan(lowerLimit);
      forgery.remove(PLAN_SIGNATURE);
    },
    codes: ['PLAN_UNSIGNED'],
  },
  {
    name: 'lowers a limit and signs the plan with the key of the runner',
    level: 'resign',
    apply(forgery) {
      forgery.changePlan(lowerLimit);
      forgery.signPlan({}, 'lab');
    },
    codes: ['SIG_WRONG_ROLE', 'SIG_THRESHOLD'],
  },
  {
    name: 'changes the critical counts, which are printed before a run',
    level: 'resign',
    apply: (forgery) =>
      forgery.changePlan((plan) => {
        strict(plan).planned.criticalK = 1;
      }),
    codes: ['PLAN_COUNTS', 'PLAN_SUBJECT'],
  },
  {
    name: 'asks for fewer cases than the standard does',
    level: 'resign',
    apply: (forgery) =>
      forgery.changePlan((plan) => {
        strict(plan).leaf.minN = 1;
      }),
    codes: ['PLAN_SUBJECT'],
  },
  {
    name: 'takes an indicator that was missed out of the scope',
    level: 'resign',
    apply: (forgery) =>
      forgery.changePlan((plan) => {
        strict(plan).planned.inScope = false;
      }),
    codes: ['PLAN_INDICATORS', 'PLAN_SUBJECT'],
  },
  {
    name: 'takes an indicator that was missed out of the plan, and leaves it in the catalogue',
    level: 'resign',
    apply: (forgery) =>
      forgery.changePlan((plan) => {
        plan.indicators.splice(plan.indicators.indexOf(strict(plan).planned), 1);
      }),
    codes: ['PLAN_INDICATORS', 'PLAN_SUBJECT'],
  },
  {
    name: 'says that another version of a suite was asked',
    level: 'resign',
    apply: (forgery) =>
      forgery.changePlan((plan) => {
        plan.suites[0].version = '9.9.9';
      }),
    codes: ['PLAN_SUBJECT'],
  },
  {
    name: 'says that another suite file was asked',
    level: 'resign',
    apply: (forgery) =>
      forgery.changePlan((plan) => {
        plan.suites[0].sha256 = '0'.repeat(64);
      }),
    codes: ['PLAN_SUBJECT'],
  },
  {
    name: 'names a version of a scorer that nobody has, so that its scores must be trusted',
    level: 'resign',
    apply(forgery) {
      forgery.changePlan((plan) => {
        for (const scorer of plan.scorers) scorer.version = '99.0.0';
      });
      forgery.editLines(
        SCORES,
        () => true,
        (score) => {
          score.scorer = score.scorer.replace(/@.*/, '@99.0.0');
          score.value = 'pass';
        },
      );
    },
    codes: ['PLAN_SUBJECT', 'RESCORE_VERSION'],
  },
  {
    name: 'does not list a scorer, so that its scores must be trusted',
    level: 'resign',
    apply: (forgery) =>
      forgery.changePlan((plan) => {
        plan.scorers = plan.scorers.filter(({ id }: Anything) => id !== 'number');
      }),
    codes: ['PLAN_SCORER', 'PLAN_SUBJECT'],
  },
  {
    name: 'rewrites a question after it was answered',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLines(
        PUBLIC_ITEMS,
        ({ id }) => id === FAILING,
        ({ request }) => {
          request.messages[0].content = '60 加 8 等于多少？';
        },
      ),
    codes: ['DIGEST_FILE', 'PLAN_ITEMS', 'COMPLETE_REQUEST'],
  },
  {
    name: 'makes the wrong answer the right one, and leaves the root of the items',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLines(
        PUBLIC_ITEMS,
        ({ id }) => id === FAILING,
        (item) => {
          item.target = '68';
        },
      ),
    codes: ['DIGEST_FILE', 'PLAN_ITEMS', 'RESCORE_DIFFERS'],
  },
  {
    name: 'makes the wrong answer the right one as a vendor who signs for himself',
    level: 'resign',
    apply(forgery) {
      forgery.changePlan(() => {}, withTarget('68'));
      forgery.editLines(SCORES, of(FAILING), (score) => {
        Object.assign(score, { value: 'pass', reason: null });
      });
    },
    codes: ['PLAN_SUBJECT'],
  },
  {
    name: 'takes a failing item out of plan and evidence',
    level: 'resign',
    apply: dropItem,
    codes: ['PLAN_SUBJECT'],
  },
  {
    name: 'takes a failing item out of the list of items alone',
    level: 'edit',
    apply: (forgery) => void drop(forgery, PUBLIC_ITEMS, ({ id }) => id === FAILING),
    codes: ['PLAN_ITEMS', 'PLAN_SAMPLES', 'PLAN_COUNTS', 'COMPLETE_UNKNOWN'],
  },
  {
    name: 'lists an item twice, so that it counts double',
    level: 'edit',
    apply(forgery) {
      const lines = forgery.lines(PUBLIC_ITEMS);
      forgery.setLines(PUBLIC_ITEMS, [...lines, lines[0]]);
    },
    codes: ['COMPLETE_DUPLICATE', 'PLAN_ITEMS', 'PLAN_SAMPLES'],
  },
  {
    name: 'files an item under an easier indicator',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLines(
        PUBLIC_ITEMS,
        ({ id }) => id === FAILING,
        (item) => {
          item.indicator = 'custom:own.mixed';
        },
      ),
    codes: ['PLAN_SUITE', 'PLAN_COUNTS', 'PLAN_ITEMS'],
  },
  {
    name: 'opens a hidden item with another salt',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLines(
        REVEAL,
        ({ id }) => id === HIDDEN,
        (reveal) => {
          reveal.salt = '1'.repeat(64);
        },
      ),
    codes: ['COMMIT_OPENING', 'COMMIT_BLIND'],
  },
  {
    name: 'opens another hidden item than the one that was asked',
    level: 'edit',
    apply(forgery) {
      const [one, other, ...rest] = forgery.lines(REVEAL);
      const swapped = [
        { ...one, item: { ...other.item, id: one.id } },
        { ...other, item: { ...one.item, id: other.id } },
      ];
      forgery.setLines(REVEAL, [...swapped, ...rest]);
    },
    codes: ['COMMIT_OPENING', 'COMPLETE_REQUEST'],
  },
  {
    name: 'does not open a hidden item',
    level: 'edit',
    apply: (forgery) => void drop(forgery, REVEAL, ({ id }) => id === HIDDEN),
    codes: ['COMMIT_MISSING'],
  },
  {
    name: 'throws away what opens the hidden items, so that nobody can score them again',
    level: 'resign',
    apply: (forgery) => forgery.remove(REVEAL),
    codes: ['COMMIT_MISSING'],
  },
  {
    name: 'opens an item that was never hidden',
    level: 'edit',
    apply(forgery) {
      const lines = forgery.lines(REVEAL);
      forgery.setLines(REVEAL, [...lines, { ...lines[0], id: 'h-99' }]);
    },
    codes: ['COMMIT_UNKNOWN'],
  },
  {
    name: 'commits to another item after the run',
    level: 'edit',
    apply: (forgery) =>
      forgery.editLines(
        HIDDEN_ITEMS,
        ({ id }) => id === HIDDEN,
        (line) => {
          line.commitment = '2'.repeat(64);
        },
      ),
    codes: ['COMMIT_OPENING', 'PLAN_ITEMS', 'DIGEST_FILE'],
  },
  {
    name: 'makes a hidden item a public one',
    level: 'edit',
    apply(forgery) {
      const reveal = forgery.lines(REVEAL).find(({ id }) => id === HIDDEN);
      drop(forgery, REVEAL, ({ id }) => id === HIDDEN);
      drop(forgery, HIDDEN_ITEMS, ({ id }) => id === HIDDEN);
      forgery.setLines(PUBLIC_ITEMS, [...forgery.lines(PUBLIC_ITEMS), reveal.item]);
    },
    codes: ['COMMIT_OPEN', 'PLAN_ITEMS', 'DIGEST_FILE'],
  },
  {
    name: 'moves a hidden item to another place in the order of asking',
    level: 'edit',
    apply(forgery) {
      const all = forgery.lines(HIDDEN_ITEMS);
      forgery.setLines(HIDDEN_ITEMS, [...all.slice(0, -1), { ...all.at(-1), at: 9999 }]);
    },
    codes: ['PLAN_PLACE', 'PLAN_ITEMS', 'DIGEST_FILE'],
  },
  {
    name: 'gives the plan a format that nobody knows',
    level: 'edit',
    apply: (forgery) =>
      forgery.change('plan/plan.json', (plan) => {
        plan.format = 'aigc-plan/9';
      }),
    codes: ['STRUCT_PLAN'],
  },
  {
    name: 'shows one catalogue to readers and another to programs',
    level: 'edit',
    apply(forgery) {
      const { catalogue } = forgery.json('plan/catalogue.json');
      forgery.change('plan/rules.json', (rules) => {
        rules.catalogue = catalogue;
      });
    },
    codes: ['STRUCT_PLAN', 'DIGEST_FILE'],
  },
  {
    name: 'has the plan signed when the run was over',
    level: 'resign',
    apply(forgery) {
      const issuedAt = new Date(Date.parse(forgery.run.at) - 1).toISOString();
      forgery.signPlan({ issuedAt });
    },
    codes: ['PLAN_LATE'],
  },
  {
    name: 'runs a plan that is no longer valid',
    level: 'resign',
    apply: (forgery) =>
      forgery.signPlan({
        ...{ issuedAt: '2020-01-01T00:00:00Z', notBefore: '2020-01-01T00:00:00Z' },
        notAfter: '2020-02-01T00:00:00Z',
      }),
    codes: ['PLAN_WINDOW'],
  },
  {
    name: 'runs a plan before it is valid',
    level: 'resign',
    apply: (forgery) => forgery.signPlan({ notBefore: forgery.run.at }),
    codes: ['PLAN_WINDOW'],
  },
  {
    name: 'brings the signed plan of another run',
    level: 'resign',
    apply: (forgery) =>
      forgery.sign(
        PLAN_SIGNATURE,
        'plan',
        { plan: { sha256: '3'.repeat(64), sm3: '3'.repeat(64) } },
        {
          ...{ issuedAt: '2020-01-01T00:00:00Z', notBefore: '2020-01-01T00:00:00Z' },
          ...{ notAfter: '2099-01-01T00:00:00Z', runnerKeys: [] },
        },
        ['owner'],
      ),
    codes: ['PLAN_SUBJECT'],
  },
];
