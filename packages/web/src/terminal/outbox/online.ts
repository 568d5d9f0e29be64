import type { OutboxOptions } from "./options.ts";
import type { Row } from "./row.ts";
import type { Operator } from "./store.ts";
import type { OnlineAnswer, Unanswered } from "./transport.ts";

/** So long a customer waits for an answer; for that about a refund with a connection that was lost before, less. */
const LIVE_MILLISECONDS = 6_000;
const LIVE_MILLISECONDS_LOST = 2_000;
const LIVE_RETRY_MILLISECONDS = 500;
/** What was stored longer ago is no longer at the counter. */
const LIVE_AGE_MILLISECONDS = 120_000;

interface Attempt {
  /** Who is signed in, as stored with the fact. */
  readonly operator: Operator | undefined;
  /** It was never sent before. */
  readonly isNew: boolean;
  /** The last request had no answer: the customer waits less. */
  readonly isLost: boolean;
  /** What a request found: undefined, or the code of what was in its way. */
  readonly seen: (code: string | undefined) => void;
}

/**
 * Sends a stored fact online, with the token of the operator who made it, while the customer waits. A sale does not wait
 * for a server that did not answer the last request: it is sent in the background, where it is tried again.
 * @returns undefined when no answer came in time, or when it cannot be sent online any more
 */
export async function sendOnline(
  { transport, clock, isOffline }: Pick<OutboxOptions, "transport" | "clock" | "isOffline">,
  row: Row,
  { operator, isNew, isLost, seen }: Attempt,
): Promise<Exclude<OnlineAnswer, Unanswered> | undefined> {
  const isSale = row.kind === "sale";
  if (isSale && isLost) return undefined;
  const startedAt = Date.parse(clock.now());
  const wait = isLost || isOffline?.() ? LIVE_MILLISECONDS_LOST : LIVE_MILLISECONDS;
  if (operator?.operatorId !== row.operatorId || operator.expiresAt <= clock.now()) return undefined;
  if (startedAt - Date.parse(row.storedAt) > LIVE_AGE_MILLISECONDS) return undefined;
  for (let wasSent = !isNew; ; wasSent = true) {
    const left = wait - (Date.parse(clock.now()) - startedAt);
    if (left <= 0) return undefined;
    const answer = await transport.sendOnline(operator.token, row, left);
    if (!("unanswered" in answer)) {
      seen(undefined);
      return answer;
    }
    const code = answer.unanswered;
    // The right was taken away meanwhile, and no money has gone out yet: nothing was recorded by an earlier attempt.
    if (code === "FORBIDDEN" && !isSale && !wasSent) return { epoch: 0, refusals: [NOT_ALLOWED] };
    // An operator whose session has ended is not asked to sign in now: the terminal itself sends what happened.
    if (!PASSING_CODES.has(code)) return undefined;
    seen(code);
    if (isOffline?.() || (isSale && code === "NETWORK")) return undefined;
    await clock.sleep(LIVE_RETRY_MILLISECONDS);
  }
}

/** Nothing was recorded, or it is unknown whether it was: the same request again finds out. */
export const PASSING_CODES: ReadonlySet<string> = new Set([
  "NETWORK",
  "UNAVAILABLE",
  "DEADLINE_EXCEEDED",
  "TOO_MANY_REQUESTS",
]);

const NOT_ALLOWED = { code: "REFUND_NOT_ALLOWED", message: "The operator has no right to this refund.", path: [] };

/**
 * The request as a whole cannot be read, and will not be the next time either. A document that a server does not know
 * (GRAPHQL_VALIDATION_FAILED) is not among them: the reason is not in the facts, and a server of the page's version takes them.
 */
export const MALFORMED: ReadonlySet<string> = new Set(["BAD_REQUEST", "TOO_LARGE", "TOO_COMPLEX", "BAD_USER_INPUT"]);

export const UNREADABLE = { message: "The request cannot be read.", path: [] };
