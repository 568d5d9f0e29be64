import { ulid } from "@pos/core/base/id.ts";
import { failure } from "@pos/core/base/result.ts";
import type { ExceptionCode, FailureCode } from "@pos/core/generated/names.ts";
import {
  createBooks,
  type Fact,
  type FactKind,
  type GuardKind,
  type GuardUse,
  newFact,
  type Posting,
  type RecordMode,
  type RecordResult,
  record,
  usageOf,
} from "@pos/core/ledger/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { createManualClock, type ManualClock } from "../../support/clock.ts";

/** Codes of a test's own module. */
type Code = FailureCode & ExceptionCode;
const [CARD_EXCEEDED, COUPON_USED_UP] = ["CARD_EXCEEDED", "COUPON_USED_UP"] as string[] as [Code, Code];

/** A module as later ones will be: three kinds of facts that use two guards, which belong to no fact, on the real ledger. */
export interface CardFact extends Fact {
  readonly locationId: string;
  /** Below zero: taken from the card. A card may be named several times. */
  readonly cards: readonly { readonly card: string; readonly amount: number }[];
  readonly coupon?: string;
}

export interface CardState {
  readonly balance: number;
}

export const cardGuard: GuardKind<CardState, number> = {
  name: "CARD",
  zero: { balance: 0 },
  take({ balance }, amount) {
    const after = balance + amount;
    const problems = after < 0 ? [failure(CARD_EXCEEDED, `The card holds ${balance}.`)] : [];
    return { state: { balance: after }, problems };
  },
};

const COUPON_USES_MAX = 3;

/** Its uses are few: it lists them itself. */
export const couponGuard: GuardKind<readonly string[], true> = {
  name: "COUPON",
  zero: [],
  take(used, _, factId) {
    const problems = used.length >= COUPON_USES_MAX ? [failure(COUPON_USED_UP, "The coupon is used up.")] : [];
    return { state: [...used, factId], problems };
  },
  listed: (used) => used,
};

function cardKind(kind: string, idPrefix: string, counts: FactKind["counts"]): FactKind<CardFact> {
  return {
    kind,
    idPrefix,
    counts,
    book({ cards }) {
      const sum = cards.reduce((total, { amount }) => total + amount, 0);
      const postings: Posting[] = [
        ["suspense", -sum],
        ["otherIncome", sum],
      ];
      return { postings: sum === 0 ? [] : postings, events: [], exceptions: [] };
    },
    uses: [
      usageOf(cardGuard, ({ cards }: CardFact) =>
        cards.map(({ card, amount }): GuardUse<number> => ({ key: card, use: amount })),
      ),
      usageOf(couponGuard, ({ coupon }: CardFact) => (coupon === undefined ? [] : [{ key: coupon, use: true }])),
    ],
    events: [],
    exceptions: [CARD_EXCEEDED, COUPON_USED_UP],
  };
}

export const KINDS = {
  topUp: cardKind("topUp", "top", "nothing"),
  sale: cardKind("cardSale", "csl", "sale"),
  refund: cardKind("cardRefund", "crf", "refund"),
};

export const cardBooks = createBooks({
  kinds: Object.values(KINDS),
  projections: [],
  guards: [cardGuard, couponGuard],
});

export interface CardShop {
  readonly table: Table;
  readonly clock: ManualClock;
  readonly merchantId: string;
  readonly ledger: { readonly merchantId: string; readonly ledgerId: string };
  newId(prefix: string): string;
  make(kind: keyof typeof KINDS, content: CardContent): CardFact;
  send(fact: CardFact, mode?: RecordMode): Promise<RecordResult<CardFact>>;
}

type CardContent = Pick<CardFact, "cards"> & { readonly coupon?: string; readonly id?: string };

export function cardShop(table: Table): CardShop {
  const clock = createManualClock(5);
  const [merchantId, locationId] = [clock.newId("mer"), clock.newId("loc")];
  const newId = (prefix: string) => `${prefix}_${ulid(Date.parse(clock.now()), clock.randomBytes(10))}`;
  const kindOf = ({ kind }: CardFact) => Object.values(KINDS).find((known) => known.kind === kind) ?? KINDS.sale;
  return {
    table,
    clock,
    merchantId,
    ledger: { merchantId, ledgerId: locationId },
    newId,
    make(name, { id, ...content }) {
      const kind = KINDS[name];
      clock.advance(1000);
      const request = {
        ...{ id: id ?? newId(kind.idPrefix), occurredAt: clock.now(), recordedAt: clock.now() },
        ...{ requestHash: `h1:${JSON.stringify(content)}`, lineCount: 0, mode: "online" as const },
      };
      return { ...newFact(kind, { merchantId, locationId, timeZone: "Europe/London" }, request), ...content };
    },
    send: (fact, mode = "online") => record({ table, clock }, kindOf(fact), fact, { mode }),
  };
}
