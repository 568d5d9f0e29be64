import { type BusinessDays, businessTime } from "../base/business-day.ts";
import { LIMITS } from "../base/limits.ts";
import { instantMilliseconds } from "../base/time.ts";
import { ENVELOPE_VERSION } from "./envelope.ts";
import { type Fact, type Flag, partsOf } from "./fact.ts";
import { assertDeclared, type FactKind } from "./kind.ts";

/** The rules by which facts are computed and booked today. */
const RULES = 3;

/** `online`: it is about to happen and may be refused. `offline`: it has happened and is recorded with what is odd about it. */
export type RecordMode = "online" | "offline";

/** Where and by whom a fact was made. */
export interface FactOrigin extends BusinessDays {
  readonly merchantId: string;
  readonly locationId: string;
  readonly terminalId?: string;
  readonly operatorId?: string;
  readonly authenticatedOperatorId?: string | null;
}

/**
 * The operator of a fact that has happened: the one whom it names, else the one who is signed in.
 * @param signedIn undefined: the terminal's own token
 * @returns also who was signed in, where that is another person (null: only the terminal)
 */
export function operatorNamed(
  named: string | undefined,
  signedIn: string | undefined,
): Pick<FactOrigin, "operatorId" | "authenticatedOperatorId"> {
  const operatorId = named ?? signedIn;
  if (operatorId === undefined) return {};
  return operatorId === signedIn ? { operatorId } : { operatorId, authenticatedOperatorId: signedIn ?? null };
}

export interface FactRequest {
  readonly id: string;
  readonly occurredAt: string;
  /** When the fact that this one follows from happened, for example the sale of a refund. */
  readonly notBefore?: string;
  readonly recordedAt: string;
  readonly requestHash: string;
  readonly lineCount: number;
  readonly mode: RecordMode;
  readonly flags?: readonly Flag[];
}

export type FactHeader = Omit<Fact, "kind" | "locationId" | "lines"> & { readonly locationId: string };

/**
 * The header of a fact, the same for every kind: ids, times, business day, versions and flags. A clock that runs ahead, or that
 * is behind what the fact follows from, does not decide the business day.
 */
export function newFact<F extends Fact>(
  kind: FactKind<F>,
  origin: FactOrigin,
  { id, occurredAt, notBefore, recordedAt, requestHash, lineCount, mode, flags = [] }: FactRequest,
): FactHeader & { readonly kind: F["kind"] } {
  const { merchantId, locationId, terminalId, operatorId, authenticatedOperatorId } = origin;
  const time = factTime(kind.exceptions, { occurredAt, notBefore, recordedAt, mode });
  const all = time.flags.length === 0 ? flags : [...flags, ...time.flags];
  assertDeclared(kind, all);
  return {
    v: ENVELOPE_VERSION,
    kind: kind.kind,
    id,
    merchantId,
    locationId,
    ...(terminalId === undefined ? {} : { terminalId }),
    ...(operatorId === undefined ? {} : { operatorId }),
    ...(authenticatedOperatorId === undefined ? {} : { authenticatedOperatorId }),
    occurredAt,
    recordedAt,
    ...businessTime(time.trusted, origin),
    rules: RULES,
    parts: partsOf(lineCount),
    requestHash,
    ...(all.length === 0 ? {} : { flags: all }),
  };
}

/** The instant that decides the business day, and what is odd about the time, for the kinds that report it. */
function factTime(
  exceptions: readonly string[],
  {
    occurredAt,
    notBefore,
    recordedAt,
    mode,
  }: Pick<FactRequest, "occurredAt" | "recordedAt" | "mode"> & { readonly notBefore: string | undefined },
): { readonly trusted: string; readonly flags: readonly Flag[] } {
  const milliseconds = instantMilliseconds(occurredAt) - instantMilliseconds(recordedAt);
  const isAhead = milliseconds > LIMITS.clockAheadMinutes * 60_000;
  const isTooEarly = notBefore !== undefined && instantMilliseconds(occurredAt) < instantMilliseconds(notBefore);
  const isLate = mode === "online" && milliseconds < -LIMITS.lateHours * 3_600_000;
  const isSkewed = isAhead || isTooEarly;
  const trusted = isSkewed ? recordedAt : occurredAt;
  if (!isSkewed && !isLate) return { trusted, flags: [] };
  const skew = isAhead
    ? `The terminal's clock was at ${occurredAt} when it was ${recordedAt}.`
    : `The terminal's clock was at ${occurredAt}, before ${notBefore}, when what it follows from happened.`;
  const details = { occurredAt: { instant: occurredAt }, recordedAt: { instant: recordedAt } };
  const flag: Flag = isSkewed
    ? { code: "CLOCK_SKEW", message: skew, details }
    : { code: "LATE", message: `It happened at ${occurredAt} and was sent online at ${recordedAt}.`, details };
  return { trusted, flags: exceptions.includes(flag.code) ? [flag] : [] };
}
