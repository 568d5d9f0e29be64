import { runInOrder } from "../../base/in-order.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure, present, RequestError, type Result } from "../../base/result.ts";
import {
  adjustStockOffline,
  type StockAdjustment,
  type StockAdjustmentFact,
  stockFingerprint,
} from "../../goods/stock/index.ts";
import { readFact } from "../../ledger/index.ts";
import type { Context } from "../../people/access/index.ts";
import {
  type CustomerPaymentFact,
  type CustomerPaymentInput,
  customerPaymentFingerprint,
  customerPaymentOffline,
} from "../customer-account/index.ts";
import {
  type Exchange,
  type ExchangeInput,
  exchangeFingerprint,
  exchangeOffline,
  halvesOf,
  sealedExchange,
} from "../exchange/index.ts";
import {
  type PaymentOutcomeFact,
  type PaymentOutcomeInput,
  paymentOutcomeFingerprint,
  paymentOutcomeOffline,
} from "../payment-outcome/index.ts";
import { type RefundFact, type RefundInput, refundFingerprint, refundOffline } from "../refund/index.ts";
import { type Quarantined, quarantine, readySales, type SaleFact, type SaleInput } from "../sale/index.ts";
import { withCardAccounts } from "../stored-value/index.ts";
import { type VoidFact, type VoidInput, voidFingerprint, voidOffline } from "../void/index.ts";

/** What a terminal may send of each kind. A new kind is one member here and one in `SYNCED_KINDS`. */
interface SyncedInputs {
  readonly sale: SaleInput;
  readonly refund: RefundInput;
  readonly void: VoidInput;
  readonly exchange: ExchangeInput;
  readonly stockAdjustment: StockAdjustment;
  readonly customerPayment: CustomerPaymentInput;
  readonly paymentOutcome: PaymentOutcomeInput;
}

type SyncedKind = keyof SyncedInputs;

/** A fact that happened at a terminal, as it is sent: exactly one member. */
export type SentFact = Partial<SyncedInputs>;

export type SyncedFact =
  | SaleFact
  | RefundFact
  | VoidFact
  | Exchange
  | StockAdjustmentFact
  | CustomerPaymentFact
  | PaymentOutcomeFact;

/** What became of a fact that was sent. `refused` and `full` recorded nothing. */
export type SyncOutcome<F = SyncedFact> =
  | { readonly status: "recorded" | "replayed"; readonly fact: F }
  | { readonly status: "refused"; readonly failures: readonly Failure[] }
  | Quarantined;

interface OfflineKind<Input> {
  /** Ids that the fact has in common with others: those are recorded one after the other, in the order sent. */
  readonly sharedIds: (input: Input) => readonly string[];
  /** Reads at once what the facts of a batch need. The result records the one at an index. */
  readonly ready: (context: Context, inputs: readonly Input[]) => Promise<(index: number) => Promise<SyncOutcome>>;
}

const SYNCED_KINDS: { readonly [K in SyncedKind]: OfflineKind<SyncedInputs[K]> } = {
  sale: { sharedIds: ({ id }) => [id], ready: readySalesOfAnyLength },
  refund: {
    sharedIds: ({ id, saleId }) => (saleId ? [id, saleId] : [id]),
    ready: oneByOne(async (context, sent) => {
      const result = await refundOffline(context, sent);
      // A copy is kept without codes of gift cards.
      const input = await withCardAccounts(context, sent);
      return settled(context, input, refundFingerprint(input), result);
    }),
  },
  void: {
    sharedIds: ({ id, saleId }) => [id, saleId],
    ready: oneByOne(async (context, input) =>
      settled(context, input, voidFingerprint(input), await voidOffline(context, input)),
    ),
  },
  exchange: {
    sharedIds: ({ id, saleId }) => [halvesOf(id).saleId, saleId],
    ready: oneByOne(async (context, sent) => {
      const { refundId, saleId } = halvesOf(sent.id);
      const result = await exchangeOffline(context, sent);
      const input = await sealedExchange(context, sent);
      return settled(context, input, exchangeFingerprint(context, input), result, [saleId, refundId]);
    }),
  },
  stockAdjustment: {
    sharedIds: ({ id }) => [id],
    ready: oneByOne(async (context, input) =>
      settled(context, input, stockFingerprint(input), await adjustStockOffline(context, input)),
    ),
  },
  customerPayment: {
    sharedIds: ({ id }) => [id],
    ready: oneByOne(async (context, input) =>
      settled(context, input, customerPaymentFingerprint(input), await customerPaymentOffline(context, input)),
    ),
  },
  paymentOutcome: {
    sharedIds: ({ id, saleId }) => [id, saleId],
    ready: oneByOne(async (context, input) =>
      settled(context, input, paymentOutcomeFingerprint(input), await paymentOutcomeOffline(context, input)),
    ),
  },
};

/**
 * Facts of every kind that have happened, recorded whatever is odd about them. Facts that depend on one another are recorded in
 * the order sent, the others at once. A copy of a known id with other content is quarantined, of every kind.
 * @returns the outcomes in the order sent
 * @throws TableUnavailable when the table fails for one of them: sending all of them again is safe
 */
export async function syncFacts(context: Context, facts: readonly SentFact[]): Promise<SyncOutcome[]> {
  if (context.caller.kind === "staff")
    throw new RequestError("FORBIDDEN", "Facts are sent with a terminal's or an operator's token.");
  if (facts.length > LIMITS.batchSalesMax)
    throw new RequestError("BAD_REQUEST", `A batch has at most ${LIMITS.batchSalesMax} facts.`);
  const kinds = Object.keys(SYNCED_KINDS) as SyncedKind[];
  const ready = new Map((await Promise.all(kinds.map((kind) => readyKind(context, kind, facts)))).flat());
  return runInOrder(
    facts.map((fact) => present(ready.get(fact), "a fact of a known kind")),
    ({ sharedIds }) => sharedIds,
    ({ record }) => record(),
  );
}

interface ReadyFact {
  readonly sharedIds: readonly string[];
  readonly record: () => Promise<SyncOutcome>;
}

async function readyKind<K extends SyncedKind>(
  context: Context,
  kind: K,
  facts: readonly SentFact[],
): Promise<[SentFact, ReadyFact][]> {
  const own = facts.flatMap((fact): [SentFact, SyncedInputs[K]][] => {
    const input: SyncedInputs[K] | undefined = fact[kind];
    return input === undefined ? [] : [[fact, input]];
  });
  if (own.length === 0) return [];
  const { ready, sharedIds } = SYNCED_KINDS[kind];
  const recordAt = await ready(
    context,
    own.map(([, input]) => input),
  );
  return own.map(([fact, input], index) => [fact, { sharedIds: sharedIds(input), record: () => recordAt(index) }]);
}

function oneByOne<Input>(
  record: (context: Context, input: Input) => Promise<SyncOutcome>,
): OfflineKind<Input>["ready"] {
  return async (context, inputs) => (index) => record(context, present(inputs[index], "a fact of the batch"));
}

/** A sale that is too long is malformed like any other and does not hold up its neighbours. */
async function readySalesOfAnyLength(
  context: Context,
  inputs: readonly SaleInput[],
): Promise<(index: number) => Promise<SyncOutcome>> {
  const isTooLong = ({ lines }: SaleInput) => lines.length > LIMITS.saleLinesMax;
  const fitting = inputs.filter((input) => !isTooLong(input));
  const recordAt = fitting.length === 0 ? undefined : await readySales(context, fitting);
  return async (index) => {
    const input = present(inputs[index], "a sale of the batch");
    if (!recordAt || isTooLong(input)) {
      const message = `A sale has at most ${LIMITS.saleLinesMax} lines.`;
      return { status: "refused", failures: [failure("INVALID_LINES", message, ["input", "lines"])] };
    }
    const outcome = await recordAt(fitting.indexOf(input));
    return "sale" in outcome ? { status: outcome.status, fact: outcome.sale } : outcome;
  };
}

/** What was refused because its id is known with other content is kept: it may be a fact that would be lost. */
async function settled<F>(
  context: Context,
  input: { readonly id: string },
  requestHash: string,
  result: Result<{ readonly fact: F; readonly replayed: boolean }>,
  storedIds: readonly string[] = [input.id],
): Promise<SyncOutcome<F>> {
  if (result.ok) return { status: result.value.replayed ? "replayed" : "recorded", fact: result.value.fact };
  if (!result.failures.some(({ code }) => code === "ID_CONFLICT"))
    return { status: "refused", failures: result.failures };
  const { table, caller } = context;
  if (caller.kind === "staff") return { status: "refused", failures: result.failures };
  const known = await Promise.all(storedIds.map((id) => readFact(table, caller.merchantId, id)));
  const stored = present(
    known.find((one) => one !== undefined),
    "the fact that has this id",
  );
  return quarantine(context, stored.fact, { input, requestHash, terminalId: caller.terminalId });
}
