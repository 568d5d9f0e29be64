import { businessTime } from "../../base/business-day.ts";
import type { Json } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { failure, ok, present, type Result, refused } from "../../base/result.ts";
import {
  type Flag,
  type GuardsRead,
  newFact,
  type Recording,
  recordComposed,
  recordingOf,
  roomProblem,
} from "../../ledger/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { getLocation, originAt } from "../../people/location/index.ts";
import {
  buyerOf,
  type Claim,
  claimedOffline,
  goodsOrigins,
  type RefundGuard,
  refundGuard,
  sharesOf,
  signedIn,
  uncountable,
} from "../refund/index.ts";
import { customerIndex, getSale, recordMode, type SaleFact, type SaleMode } from "../sale/index.ts";
import { voidKind } from "./booking.ts";
import { malformedVoid, type VoidFact, type VoidInput } from "./model.ts";
import { dayProblems, usedProblems, type VoidProblem, voidedSale } from "./rules.ts";

/**
 * Voids a whole sale on its own business day. The guard of its refunds decides, so that of voids and refunds at once one is
 * recorded.
 */
export async function voidSale(context: Context, input: VoidInput): Promise<Result<Recording<VoidFact>>> {
  authorize(context, "sale:void");
  return recordVoid(context, input, "live", async () => signedIn(context));
}

/** Records a void that a terminal made and could not send at once, whatever is odd about it. */
export async function voidOffline(context: Context, input: VoidInput): Promise<Result<Recording<VoidFact>>> {
  return recordVoid(context, input, "happened", () => claimedOffline(context, input, "sale:void"));
}

/** Decides whether a copy has the same content. Whom it names as operator does not count: one stored request goes either way. */
export function voidFingerprint({ operatorId: _, ...content }: VoidInput): string {
  return requestHashOf(content as unknown as Json);
}

async function recordVoid(
  context: Context,
  input: VoidInput,
  mode: SaleMode,
  claim: () => Promise<Claim>,
): Promise<Result<Recording<VoidFact>>> {
  const problems = malformedVoid(input);
  if (problems.length > 0) return refused(...problems);
  const id = { merchantId: context.caller.merchantId, id: input.id, requestHash: voidFingerprint(input) };
  const guards = isId("sal", input.saleId) ? [{ guard: refundGuard, key: input.saleId }] : [];
  const compose = async (read: GuardsRead) =>
    composeVoid(context, input, { mode, requestHash: id.requestHash, claimed: await claim(), read });
  const options = { mode: recordMode(mode), index: customerIndex };
  return recordingOf(await recordComposed(context, voidKind, id, guards, compose, options));
}

interface ComposeOptions {
  readonly mode: SaleMode;
  readonly requestHash: string;
  readonly claimed: Claim;
  readonly read: GuardsRead;
}

async function composeVoid(
  context: Context,
  input: VoidInput,
  { mode, requestHash, claimed, read }: ComposeOptions,
): Promise<Result<VoidFact>> {
  const { table, caller, clock } = context;
  const sale = await getSale(context, input.saleId);
  if (!sale) return refused(failure("UNKNOWN_SALE", "There is no such sale.", ["input", "saleId"]));
  const unknown = unknownLines(input, sale);
  if (unknown.length > 0) return refused(...unknown);
  const locationId = caller.kind === "staff" ? sale.locationId : caller.locationId;
  const location = present(await getLocation(context, locationId), "the location of a void");
  const guard = read.stateOf(refundGuard, sale.id) as RefundGuard;
  const shares = sharesOf(
    sale.lines.map(({ quantity }, index) => ({ line: index + 1, quantity })),
    sale,
    guard,
  );
  const tooMuch = uncountable(shares);
  if (tooMuch.length > 0) return refused(...tooMuch);
  const content = voidedSale(input, sale, guard, goodsOrigins(sale, shares));
  const recordedAt = clock.now();
  const { id, occurredAt, reason } = input;
  const header = newFact(voidKind, originOf(context, sale, originAt(context, location)), {
    ...{ id, occurredAt, requestHash, recordedAt, notBefore: sale.occurredAt },
    lineCount: sale.lines.length,
    mode: recordMode(mode),
    flags: claimed.flags,
  });
  const days = mode === "live" ? [header.day, businessTime(recordedAt, location).day] : [header.day];
  const problems = [...usedProblems(sale, guard), ...dayProblems(sale, { locationId, days })];
  const ledger = { merchantId: caller.merchantId, ledgerId: location.id };
  const noRoom = await roomProblem(table, ledger, [content.total], ["input", "saleId"]);
  const failures = [...(mode === "live" ? problems : []), ...(noRoom ? [noRoom] : [])];
  if (failures.length > 0) return refused(...failures);
  const flags = [...(header.flags ?? []), ...problems.map(flagOf)];
  const customerId = buyerOf(sale, guard);
  return ok({
    ...header,
    ...claimed.operator,
    ...(flags.length === 0 ? {} : { flags }),
    relatedFactId: sale.id,
    ...(customerId === undefined ? {} : { customerId }),
    currency: sale.currency,
    digits: sale.digits,
    ...content,
    reason,
  });
}

/** At the dashboard, the money comes out of the drawer into which it was paid. */
function originOf(
  { caller }: Context,
  { terminalId }: SaleFact,
  origin: ReturnType<typeof originAt>,
): ReturnType<typeof originAt> {
  return caller.kind === "staff" ? { ...origin, terminalId } : origin;
}

function unknownLines({ writeOffLines = [] }: VoidInput, { lines }: SaleFact) {
  return writeOffLines.flatMap((line, index) => {
    const path = ["input", "writeOffLines", String(index)];
    return lines[line - 1] ? [] : [failure("UNKNOWN_LINE", "The sale has no such line.", path)];
  });
}

function flagOf({ code, message }: VoidProblem): Flag {
  return { code, message };
}
