import { isId } from "../../base/id.ts";
import { failure, ok, present, type Result, refused } from "../../base/result.ts";
import type { Permission } from "../../generated/names.ts";
import { type GuardsRead, newFact, type Recording, recordComposed, recordingOf } from "../../ledger/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { getLocation, originAt } from "../../people/location/index.ts";
import { type Claim, claimedOffline, type RefundGuard, refundGuard, signedIn } from "../refund/index.ts";
import { getSale, recordMode, type SaleMode } from "../sale/index.ts";
import { paymentOutcomeKind } from "./booking.ts";
import {
  isCertain,
  OUTCOMES_MAX,
  outcomeProblems,
  type PaymentOutcomeFact,
  type PaymentOutcomeInput,
} from "./model.ts";
import { decideOutcome, paymentIn, repeatedProblem } from "./rules.ts";

/** Records what became of an uncertain payment: once, by the guard of its sale, however many find out at once. */
export async function recordPaymentOutcome(
  context: Context,
  input: PaymentOutcomeInput,
): Promise<Result<Recording<PaymentOutcomeFact>>> {
  authorize(context, permissionFor(input));
  return recordOutcome(context, input, "live", async () => signedIn(context));
}

/** Records what a terminal found out and could not send at once. */
export async function paymentOutcomeOffline(
  context: Context,
  input: PaymentOutcomeInput,
): Promise<Result<Recording<PaymentOutcomeFact>>> {
  return recordOutcome(context, input, "happened", () => claimedOffline(context, input, permissionFor(input)));
}

/** Decides whether a copy has the same content. Whom it names as operator does not count: one stored request goes either way. */
export function paymentOutcomeFingerprint({ operatorId: _, ...content }: PaymentOutcomeInput): string {
  return requestHashOf({ ...content });
}

/** That a sale was not paid is a loss of the shop. */
function permissionFor({ state }: PaymentOutcomeInput): Permission {
  return state === "VOIDED" ? "payment:void" : "payment:confirm";
}

async function recordOutcome(
  context: Context,
  input: PaymentOutcomeInput,
  mode: SaleMode,
  claim: () => Promise<Claim>,
): Promise<Result<Recording<PaymentOutcomeFact>>> {
  const problems = outcomeProblems(input);
  if (problems.length > 0) return refused(...problems);
  const requestHash = paymentOutcomeFingerprint(input);
  const identity = { merchantId: context.caller.merchantId, id: input.id, requestHash };
  const guards = isId("sal", input.saleId) ? [{ guard: refundGuard, key: input.saleId }] : [];
  const compose = async (read: GuardsRead) =>
    composeOutcome(context, input, { mode, requestHash, claimed: await claim(), read });
  return recordingOf(
    await recordComposed(context, paymentOutcomeKind, identity, guards, compose, { mode: recordMode(mode) }),
  );
}

interface ComposeOptions {
  readonly mode: SaleMode;
  readonly requestHash: string;
  readonly claimed: Claim;
  readonly read: GuardsRead;
}

/** The fact that follows from what is known of the sale, as its guard has it. */
async function composeOutcome(
  context: Context,
  input: PaymentOutcomeInput,
  { mode, requestHash, claimed, read }: ComposeOptions,
): Promise<Result<PaymentOutcomeFact>> {
  const sale = await getSale(context, input.saleId);
  if (!sale) return refused(failure("UNKNOWN_SALE", "There is no such sale.", ["input", "saleId"]));
  const payment = paymentIn(sale, input);
  if (!payment || !isCertain(input.state))
    return refused(failure("UNKNOWN_PAYMENT", "The sale has no such payment.", ["input", "paymentId"]));
  const guard = read.stateOf(refundGuard, sale.id) as RefundGuard;
  const decided = decideOutcome(payment, input.state, sale, guard);
  const repeated = repeatedProblem();
  const isFull = (guard.outcomes ?? []).length >= OUTCOMES_MAX;
  if (decided.isRepeated && (mode === "live" || isFull)) return refused(repeated);
  const location = present(await getLocation(context, sale.locationId), "the location of a sale that may be seen");
  const { id, occurredAt, reason } = input;
  const { code, message } = repeated;
  const header = newFact(paymentOutcomeKind, originAt(context, location), {
    ...{ id, occurredAt, requestHash, notBefore: sale.occurredAt },
    ...{ recordedAt: context.clock.now(), lineCount: 0, mode: recordMode(mode) },
    flags: [...claimed.flags, ...(decided.isRepeated ? [{ code, message }] : [])],
  });
  return ok({
    ...header,
    ...claimed.operator,
    relatedFactId: sale.id,
    currency: sale.currency,
    ...decided,
    ...(reason ? { reason } : {}),
  });
}
