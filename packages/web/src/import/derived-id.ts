import { type Id, type IdPrefix, makeId } from "@pos/core/base/id.ts";

/**
 * The id of what an import creates, made from what its row is recognized by: a file that is imported twice creates nothing twice.
 * Its time is zero, so that what was imported sorts before what was made by hand.
 */
export function derivedId<P extends IdPrefix>(prefix: P, ...key: readonly string[]): Id<P> {
  return makeId(prefix, 0, hashOf(JSON.stringify(key)));
}

const OFFSET = 0x6c62272e07bb014262b821756295c58dn;
const PRIME = 0x0000000001000000000000000000013bn;

/** FNV-1a with 128 bits: browsers have no SHA-256 where the page came without TLS, and nothing secret depends on it. */
function hashOf(text: string): Uint8Array {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * PRIME);
  return Uint8Array.from({ length: 16 }, (_, index) => Number((hash >> BigInt(index * 8)) & 0xffn)).reverse();
}
