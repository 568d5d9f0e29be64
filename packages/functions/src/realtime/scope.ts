import { canonicalJson } from "@pos/core/base/canonical.ts";
import { present, RequestError } from "@pos/core/base/result.ts";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import { type AnyContext, covers, type KnownCaller } from "@pos/core/people/access/index.ts";
import type { GraphQLSchema } from "graphql";
import { accessRuleOf, requireAccess } from "../api/access-rules.ts";
import { topicField } from "../api/assembly.ts";
import { type Credential, type KnownToken, knownBy } from "../api/context.ts";
import type { Subscription } from "./connections.ts";
import { isEndOf } from "./ending.ts";
import type { Realtime } from "./realtime.ts";

/** Decides whether a caller may (still) subscribe, and which subscribers see the same data. */

/** @returns why a subscriber receives no more events, or undefined if it does; the same rule as for subscribing */
export function refusalOf(
  { table, clock, documents }: Realtime,
  known: KnownToken | undefined,
  { kind, locationId }: Pick<Subscription, "kind" | "locationId">,
): RequestError | undefined {
  if (!known) return new RequestError("UNAUTHENTICATED", "The token is not valid any more.");
  const { caller } = known;
  const denied = deniedBy(documents().schema, topicField(kind), { table, clock, caller });
  if (denied) return denied;
  if (!covers(known.caller, locationId)) return new RequestError("NOT_FOUND", "There is no such location.");
  return undefined;
}

function deniedBy(schema: GraphQLSchema, fieldName: string, context: AnyContext): RequestError | undefined {
  const type = present(schema.getSubscriptionType(), "the schema's subscriptions");
  try {
    requireAccess(accessRuleOf(type, present(type.getFields()[fieldName], fieldName)), context);
    return undefined;
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
}

/**
 * The caller attributes that a field may depend on besides the merchant: callers with equal scopes receive equal
 * payloads.
 */
export function scopeOf(caller: KnownCaller): string {
  const { kind } = caller;
  if (kind === "terminal") return canonicalJson({ kind, locationId: caller.locationId });
  const { role, coverage } = caller;
  return canonicalJson({ kind, role, coverage, ...(kind === "operator" ? { locationId: caller.locationId } : {}) });
}

/**
 * The maximum delay until a revocation or sign-out in another process takes effect; the contract allows a minute. What ends in
 * this process takes effect at once.
 */
const KEPT_MILLISECONDS = 30_000;
const KEPT_MAX = 20_000;

export interface Callers {
  /** The caller of a credential, at most half a minute old. */
  of(credential: Credential): Promise<KnownToken | undefined>;
}

interface Kept {
  readonly at: number;
  readonly credential: Credential;
  readonly known: Promise<KnownToken | undefined>;
}

export function createCallers({ table, clock, endings }: Realtime): Callers {
  const kept = new Map<string, Kept>();
  endings?.listen((ended) => {
    for (const [secretHash, { credential }] of kept) if (isEndOf(ended, credential)) kept.delete(secretHash);
  });
  return {
    async of(credential) {
      const now = clock.now();
      const at = instantMilliseconds(now);
      const { secretHash } = credential;
      let seen = kept.get(secretHash);
      if (seen === undefined || at - seen.at >= KEPT_MILLISECONDS) {
        if (kept.size >= KEPT_MAX) kept.clear();
        seen = { at, credential, known: knownBy(table, credential, now) };
        kept.set(secretHash, seen);
        // A failed read is not cached: the next event retries.
        seen.known.catch(() => kept.delete(secretHash));
      }
      const known = await seen.known;
      return known?.expiresAt !== undefined && known.expiresAt <= now ? undefined : known;
    },
  };
}
