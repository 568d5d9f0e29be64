import { longId, shortId } from "../../base/id.ts";
import { present } from "../../base/result.ts";
import { CUSTOMER, type CustomerTotals } from "../../customers/customer/index.ts";
import {
  type Balances,
  type Draft,
  type Entry,
  entryPart,
  type FactKind,
  type Projection,
  soldOf,
  usageOf,
} from "../../ledger/index.ts";
import { refundGuard } from "../refund/index.ts";
import { type AttributionFact, isAttribution } from "./model.ts";

/** What goes from one customer's totals to another's; absent: from none, or to none. */
interface Moved {
  readonly from?: string;
  readonly to?: string;
  readonly sold: number;
  readonly refundCount: number;
  readonly refunds: number;
}

type StoredMoved = readonly [from: string, to: string, sold: number, refundCount: number, refunds: number];

const MOVED_PART = entryPart<Moved, StoredMoved>("a", {
  encode: ({ from, to, sold, refundCount, refunds }) => [short(from), short(to), sold, refundCount, refunds],
  decode: ([from, to, sold, refundCount, refunds]) => ({
    ...(from === "" ? {} : { from: longId("cus", from) }),
    ...(to === "" ? {} : { to: longId("cus", to) }),
    ...{ sold, refundCount, refunds },
  }),
});

function short(customerId: string | undefined): string {
  return customerId === undefined ? "" : shortId("cus", customerId);
}

/** No money and no goods move: only whose the sale is. */
function bookAttribution(fact: AttributionFact, _part: number, _balances: Balances, related: readonly Entry[]): Draft {
  const { customerId, previousCustomerId, refundCount, refunds } = fact;
  const sale = present(
    related.find(({ part }) => part === 0),
    "the entry of the sale",
  );
  const moved = {
    ...(previousCustomerId === undefined ? {} : { from: previousCustomerId }),
    ...(customerId === undefined ? {} : { to: customerId }),
    ...{ sold: soldOf(sale), refundCount, refunds },
  };
  return { postings: [], modules: MOVED_PART.with(moved), events: [], exceptions: [] };
}

export const attributionKind: FactKind<AttributionFact> = {
  kind: "attribution",
  idPrefix: "att",
  counts: "nothing",
  book: bookAttribution,
  uses: [
    usageOf(refundGuard, ({ relatedFactId, customerId }: AttributionFact) => [
      { key: relatedFactId, use: { newCustomerId: customerId ?? null } },
    ]),
  ],
  events: [],
  exceptions: [],
};

export const attributionProjection: Projection = {
  needs(fact) {
    if (!isAttribution(fact)) return [];
    const ids = [fact.previousCustomerId, fact.customerId].filter((id) => id !== undefined);
    return ids.map((key) => ({ kind: CUSTOMER, key }));
  },
  fold(entry, balances) {
    const moved = MOVED_PART.of(entry);
    if (moved === undefined) return;
    const { from, to } = moved;
    if (from !== undefined) balances.set(CUSTOMER, from, withMoved(balances.get(CUSTOMER, from), moved, -1));
    if (to !== undefined) balances.set(CUSTOMER, to, withMoved(balances.get(CUSTOMER, to), moved, 1));
  },
};

function withMoved(totals: CustomerTotals, { sold, refundCount, refunds }: Moved, sign: 1 | -1): CustomerTotals {
  return {
    saleCount: totals.saleCount + sign,
    refundCount: totals.refundCount + sign * refundCount,
    gross: totals.gross + sign * sold,
    refunds: totals.refunds + sign * refunds,
  };
}
