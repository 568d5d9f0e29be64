import { canonicalJson } from "@pos/core/base/canonical.ts";
import { RequestError } from "@pos/core/base/result.ts";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import { can, covers, type KnownCaller, type Permission } from "@pos/core/people/access/index.ts";
import { type Credential, type KnownToken, knownBy } from "../api/context.ts";
import type { TopicKind } from "../api/events.ts";
import { ruleOf } from "../api/permissions.ts";
import type { Subscription } from "./connections.ts";
import type { Realtime } from "./realtime.ts";

/** Whether somebody may (still) listen, and which subscribers see the same. */

const FIELDS: { readonly [kind in TopicKind]: string } = {
  sale: "saleRecorded",
  stock: "stockChanged",
  entries: "entriesBooked",
};

/** Why a subscriber gets no more events; undefined: it does. As subscribing decides it. */
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

/** What a field's answer may depend on besides the merchant: those with the same scope get the same text. */
export function scopeOf(caller: KnownCaller): string {
  const { kind } = caller;
  if (kind === "terminal") return canonicalJson({ kind, locationId: caller.locationId });
  const { role, coverage } = caller;
  return canonicalJson({ kind, role, coverage, ...(kind === "operator" ? { locationId: caller.locationId } : {}) });
}

/** A revocation is seen within this, a sign-out too; the contract allows a minute. */
const KEPT_MILLISECONDS = 30_000;
const KEPT_MAX = 20_000;

export interface Callers {
  /** What a credential stands for, as it was at most half a minute ago. */
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
        // A read that failed says nothing: the next event asks again.
        seen.known.catch(() => kept.delete(secretHash));
      }
      const known = await seen.known;
      return known?.expiresAt !== undefined && known.expiresAt <= now ? undefined : known;
    },
  };
}
