import type { Json } from "../../base/canonical.ts";
import { type Failure, failure, ok, present, type Result, refused } from "../../base/result.ts";
import { type ComposedFact, type GuardsRead, recordTogether } from "../../ledger/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { getMerchant } from "../../people/merchant/index.ts";
import {
  type Claim,
  claimedOffline,
  composeRefund,
  isRefund,
  type RefundGuard,
  refundableOf,
  refundGuard,
  refundKind,
  signedIn,
} from "../refund/index.ts";
import {
  customerIndex,
  getSale,
  isSale,
  readySaleOfExchange,
  recordMode,
  type SaleFact,
  type SaleMode,
  saleKind,
} from "../sale/index.ts";
import { countGuess, guessesExhausted, withCardAccounts } from "../stored-value/index.ts";
import { type Exchange, type ExchangeInput, halvesOf, inRefund, inSale, malformedExchange, refundOf } from "./model.ts";
import { passedOn, planExchange } from "./rules.ts";

export interface ExchangeRecording {
  readonly fact: Exchange;
  readonly replayed: boolean;
}

/**
 * Goods come back and others go out: a refund and a sale, each as it would be alone, recorded in one transaction. What passes
 * between them is a payment of the method EXCHANGE in both, on an account that is zero afterwards.
 */
export async function exchangeSale(context: Context, input: ExchangeInput): Promise<Result<ExchangeRecording>> {
  authorize(context, "refund:create");
  return recordExchange(context, input, "live", async () => signedIn(context));
}

/** Records an exchange that a terminal made and could not send at once, whatever is odd about it. */
export async function exchangeOffline(context: Context, input: ExchangeInput): Promise<Result<ExchangeRecording>> {
  const { occurredAt, operatorId } = input.sale;
  const claiming = { occurredAt, ...(operatorId ? { operatorId } : {}) };
  return recordExchange(context, input, "happened", () => claimedOffline(context, claiming, "refund:create"));
}

/** Whom it names as operator does not count, but its terminal does: as in a sale, whose number the terminal counts. */
export function exchangeFingerprint({ caller }: Context, input: ExchangeInput): string {
  const { operatorId: _, ...sale } = input.sale;
  const terminalId = "terminalId" in caller ? caller.terminalId : null;
  return requestHashOf({ ...input, sale, terminalId } as unknown as Json);
}

async function recordExchange(
  context: Context,
  sent: ExchangeInput,
  mode: SaleMode,
  claim: () => Promise<Claim>,
): Promise<Result<ExchangeRecording>> {
  const problems = malformedExchange(sent);
  if (problems.length > 0) return refused(...problems);
  const input = await sealedExchange(context, sent);
  const exhausted =
    mode === "live" && input.sale.payments.some(({ account }) => account) ? await guessesExhausted(context) : [];
  if (exhausted.length > 0) return refused(...exhausted);
  const { merchantId } = context.caller;
  const { refundId, saleId } = halvesOf(input.id);
  const requestHash = exchangeFingerprint(context, input);
  const requests = [refundId, saleId].map((id) => ({ merchantId, id, requestHash }));
  const composeSale = await readySaleOfExchange(context, input.sale, mode);
  const sold = await getSale(context, input.saleId);
  const compose = async (read: GuardsRead): Promise<Result<readonly ComposedFact[]>> =>
    sold
      ? composeExchange(context, input, { mode, requestHash, claimed: await claim(), read, sold, composeSale })
      : refused(failure("UNKNOWN_SALE", "There is no such sale.", ["input", "saleId"]));
  const guards = sold ? [{ guard: refundGuard, key: sold.id }] : [];
  const result = await recordTogether(context, requests, guards, compose, recordMode(mode));
  if (result.status === "refused") {
    if (result.failures.some(({ code }) => code === "UNKNOWN_GIFT_CARD")) await countGuess(context);
    return refused(...result.failures);
  }
  if (result.status === "conflict")
    return refused(failure("ID_CONFLICT", "Something else was recorded with this id.", ["input", "id"]));
  const refund = present(result.facts.find(isRefund), "the refund of an exchange");
  const sale = present(result.facts.find(isSale), "the sale of an exchange");
  return ok({ fact: { kind: "exchange", id: input.id, refund, sale }, replayed: result.status === "replayed" });
}

/** The exchange with the accounts of its gift cards in place of their codes. */
export async function sealedExchange(context: Context, input: ExchangeInput): Promise<ExchangeInput> {
  const sale = await withCardAccounts(context, input.sale);
  const { payments } = await withCardAccounts(context, { lines: [], payments: input.paymentsBack });
  return { ...input, sale, paymentsBack: payments };
}

interface Circumstances {
  readonly mode: SaleMode;
  readonly requestHash: string;
  readonly claimed: Claim;
  readonly read: GuardsRead;
  /** The sale whose goods come back. */
  readonly sold: SaleFact;
  readonly composeSale: Awaited<ReturnType<typeof readySaleOfExchange>>;
}

/** Both halves, as they follow from what was given back of the sale before. */
async function composeExchange(
  context: Context,
  input: ExchangeInput,
  { mode, requestHash, claimed, read, sold, composeSale }: Circumstances,
): Promise<Result<readonly ComposedFact[]>> {
  const unknown = unknownLines(input, sold);
  if (unknown.length > 0) return refused(...unknown);
  const { cashStep } = await getMerchant(context.table, context.caller.merchantId);
  const refundable = { ...refundableOf(sold, read.stateOf(refundGuard, sold.id) as RefundGuard), cashStep };
  const passed = (total: number) => {
    const { exchanged } = planExchange(refundable, input.back, total);
    return passedOn(input.id, refundable, { amount: exchanged, back: input.paymentsBack });
  };
  const payments = (total: number) => passed(total).map(({ ofSale }) => ofSale);
  const { fact: sale, failures } = await composeSale({ id: input.id, payments }, requestHash);
  if (!sale) return refused(...inSale(failures));
  const ofRefund = passed(sale.total).map((one) => one.ofRefund);
  const options = { mode, requestHash, claimed, read, exchangeId: input.id };
  const refund = await composeRefund(context, refundOf(input, ofRefund), options);
  if (!refund.ok) return refused(...inRefund(input, refund.failures));
  const taken = new Set(sale.valueMoves?.map(({ id }) => id));
  if (refund.value.valueMoves?.some(({ id }) => taken.has(id))) {
    const message = "An exchange moves an account of stored value in one of its halves.";
    return refused(failure("INVALID_PAYMENT", message, ["input", "paymentsBack"]));
  }
  return ok([
    { kind: refundKind, fact: refund.value, index: customerIndex(refund.value) },
    { kind: saleKind, fact: sale, index: customerIndex(sale) },
  ]);
}

function unknownLines({ back }: ExchangeInput, { lines }: SaleFact): Failure[] {
  return back.flatMap(({ line }, index) => {
    const path = ["input", "back", String(index), "line"];
    return lines[line - 1] ? [] : [failure("UNKNOWN_LINE", "The sale has no such line.", path)];
  });
}
