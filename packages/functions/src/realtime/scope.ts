import { canonicalJson } from "@pos/core/base/canonical.ts";
import { RequestError } from "@pos/core/base/result.ts";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import { can, covers, type KnownCaller, type Permission } from "@pos/core/people/access/index.ts";
import { type Credential, type KnownToken, knownBy } from "../api/context.ts";
import type { TopicKind } from "../api/events.ts";
import { ruleOf } from "../api/permissions.ts";
import type { Subscription } from "./connections.ts";
import type { Realtime } from "./realtime.ts";

/** Decides whether a caller may (still) subscribe, and which subscribers see the same data. */

export const FIELDS: { readonly [kind in TopicKind]: string } = {
  sale: "saleRecorded",
  stock: "stockChanged",
  entries: "entriesBooked",
};

/** @returns why a subscriber receives no more events, or undefined if it does; the same rule as for subscribing */
export function refusalOf(
  known: KnownToken | undefined,
  { kind, locationId }: Pick<Subscription, "kind" | "locationId">,
): RequestError | undefined {
  if (!known) return new RequestError("UNAUTHENTICATED", "The token is not valid any more.");
  const permission = ruleOf("Subscription", FIELDS[kind]) as Permission;
  if (!can(known.caller, permission)) return new RequestError("FORBIDDEN", `This needs the permission ${permission}.`);
  if (!covers(known.caller, locationId)) return new RequestError("NOT_FOUND", "There is no such location.");
  return undefined;
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

/** The maximum delay until a revocation or sign-out takes effect; the contract allows a minute. */
const KEPT_MILLISECONDS = 30_000;
const KEPT_MAX = 20_000;

export interface Callers {
  /** The caller of a credential, at most half a minute old. */
  of(credential: Credential): Promise<KnownToken | undefined>;
}

export function createCallers({ table, clock }: Realtime): Callers {
  const kept = new Map<string, { readonly at: number; readonly known: Promise<KnownToken | undefined> }>();
  return {
    async of(credential) {
      const now = clock.now();
      const at = instantMilliseconds(now);
      const { secretHash } = credential;
      let seen = kept.get(secretHash);
      if (seen === undefined || at - seen.at >= KEPT_MILLISECONDS) {
        if (kept.size >= KEPT_MAX) kept.clear();
        seen = { at, known: knownBy(table, credential, now) };
        kept.set(secretHash, seen);
        // A failed read is not cached: the next event retries.
        seen.known.catch(() => kept.delete(secretHash));
      }
      const known = await seen.known;
      return known?.expiresAt !== undefined && known.expiresAt <= now ? undefined : known;
    },
  };
}
