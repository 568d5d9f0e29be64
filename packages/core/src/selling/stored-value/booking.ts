import { longId, shortId } from "../../base/id.ts";
import {
  type BalanceKind,
  type Draft,
  type EntryPart,
  entryPart,
  type Fact,
  type FactKind,
  type ModuleParts,
  type Posting,
  type Projection,
  summed,
  usageOf,
} from "../../ledger/index.ts";
import { liabilityOf, type MovesValue, type ValueAdjustmentFact, type ValueMove } from "./model.ts";
import { valueGuard } from "./records.ts";
import { VALUE_FLAGS } from "./rules.ts";

/** What the facts of a location put on an account, less what they took from it: all locations together are what it holds. */
export const VALUE: BalanceKind<{ readonly amount: number }> = { name: "VALUE", zero: { amount: 0 } };

/** In the order of the ends of their codes, by which people look for them; customers are behind all cards. */
function valueKey({ id, lastFour }: ValueMove): string {
  return lastFour === undefined ? `~${id}` : `${lastFour}#${id}`;
}

type StoredMove = readonly [id: string, amount: number, lastFour?: string];

const VALUE_PART: EntryPart<readonly ValueMove[]> = entryPart<readonly ValueMove[], readonly StoredMove[]>("v", {
  encode: (moves) =>
    moves.map(
      ({ id, amount, lastFour }): StoredMove =>
        lastFour === undefined ? [id, amount] : [shortId("gft", id), amount, lastFour],
    ),
  decode: (stored) =>
    stored.map(([id, amount, lastFour]) =>
      lastFour === undefined ? { id, amount } : { id: longId("gft", id), amount, lastFour },
    ),
});

export function valuePart({ valueMoves }: MovesValue): ModuleParts {
  return valueMoves === undefined ? {} : VALUE_PART.with(valueMoves);
}

/** What is owed rises with what is put on an account. */
export function valuePostings({ valueMoves = [] }: MovesValue): Posting[] {
  return valueMoves.map((move) => [liabilityOf(move), 0 - move.amount]);
}

export const valueProjection: Projection = {
  needs(fact: Fact & MovesValue, part) {
    if (part !== 0 || fact.valueMoves === undefined) return [];
    return [...new Set(fact.valueMoves.map(valueKey))].map((key) => ({ kind: VALUE, key }));
  },
  fold(entry, balances) {
    for (const move of VALUE_PART.of(entry) ?? []) {
      const key = valueKey(move);
      balances.set(VALUE, key, { amount: balances.get(VALUE, key).amount + move.amount });
    }
  },
};

/** How facts of sales and refunds use the accounts that they move. */
export const valueUsage = usageOf(valueGuard, ({ valueMoves = [] }: Fact & MovesValue) =>
  valueMoves.map((move) => ({ key: move.id, use: move })),
);

function bookAdjustment(fact: ValueAdjustmentFact): Draft {
  const postings = valuePostings(fact);
  const against = postings.map(([, amount]): Posting => ["valueAdjustments", 0 - amount]);
  return { postings: summed([...postings, ...against]), modules: valuePart(fact), events: [], exceptions: [] };
}

export const valueAdjustmentKind: FactKind<ValueAdjustmentFact> = {
  kind: "valueAdjustment",
  idPrefix: "vad",
  counts: "nothing",
  book: bookAdjustment,
  uses: [
    usageOf(valueGuard, ({ valueMoves, isBlocked }: ValueAdjustmentFact) =>
      valueMoves.map((move) => ({
        key: move.id,
        use: { ...move, adjusts: isBlocked === undefined ? {} : { isBlocked } },
      })),
    ),
  ],
  events: [],
  exceptions: [...VALUE_FLAGS],
};
