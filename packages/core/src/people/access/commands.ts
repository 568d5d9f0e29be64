import { timingSafeEqual } from "node:crypto";
import { canonicalJson, type Json, withoutEmpty } from "../../base/canonical.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { sha256 } from "../../ledger/index.ts";
import type { Item, Key, Write } from "../../table/port/port.ts";
import { retrying } from "../../table/port/versioned.ts";
import type { AnyContext, Context } from "./context.ts";

/** 256 random bits as text, and the hash that is stored in its place. */
export function newSecret(context: AnyContext): { readonly secret: string; readonly secretHash: string } {
  const secret = Buffer.from(context.clock.randomBytes(32)).toString("base64url");
  return { secret, secretHash: sha256(secret) };
}

export function secretMatches(secret: string, secretHash: string): boolean {
  const [given, wanted] = [Buffer.from(sha256(secret)), Buffer.from(secretHash)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The hash that decides whether a request that comes again has the same content. */
export function requestHashOf(input: Json): string {
  return `h1:${sha256(canonicalJson(withoutEmpty(input) ?? null))}`;
}

/**
 * Creates master data once: the first write is the record itself, on condition that it is absent; the others are its
 * uniqueness records. Sent again with the same content it is a success; with other content `ID_CONFLICT`.
 * @param taken the refusal for each uniqueness record that exists already, in the order of the writes after the first
 * @param check finds what a new record must not refer to; a known id is answered first, whatever the request refers to
 */
export async function createOnce(
  context: Context,
  record: Item & { readonly requestHash: string },
  others: readonly Write[],
  taken: (index: number) => Failure | undefined,
  check?: () => Promise<readonly Failure[]>,
): Promise<Result<Item>> {
  const { table, clock } = context;
  const key: Key = { pk: record.pk, sk: record.sk };
  const before = await table.get(key);
  if (before) return sameRequest(before, record.requestHash);
  const problems = (await check?.()) ?? [];
  if (problems.length > 0) return refused(...problems);
  return retrying(clock, "record", async () => {
    const result = await table.transact([{ op: "put", item: record, if: { is: "absent" } }, ...others]);
    if (result.ok) return ok(record);
    const stored = await table.get(key);
    if (stored) return sameRequest(stored, record.requestHash);
    const failures = result.reasons
      .slice(1)
      .flatMap((reason, index) => (reason === "condition" ? (taken(index) ?? []) : []));
    return failures.length > 0 ? refused(...failures) : undefined;
  });
}

function sameRequest(item: Item, requestHash: string): Result<Item> {
  if (item.requestHash === requestHash) return ok(item);
  return refused(failure("ID_CONFLICT", "Something else was created with this id.", ["input", "id"]));
}
