import { ID_PREFIXES, type IdPrefix } from "../generated/names.ts";

export type { IdPrefix } from "../generated/names.ts";

/**
 * An id is a prefix and a ULID: "sal_01J...". Ids are upper case after the prefix and compared byte by byte. The client
 * that records an event generates its id (idempotency key); the server never trusts the time inside it.
 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

declare const idBrand: unique symbol;

/** An id of one kind: a text that is known to be one, so that the ids of two things cannot be confused. */
export type Id<P extends IdPrefix> = string & { readonly [idBrand]: P };

export function isId<P extends IdPrefix>(prefix: P, text: string): text is Id<P> {
  return text.length === 30 && text.startsWith(`${prefix}_`) && ULID.test(text.slice(4));
}

/** A new id. @param random ten bytes */
export function makeId<P extends IdPrefix>(prefix: P, milliseconds: number, random: Uint8Array): Id<P> {
  return `${prefix}_${ulid(milliseconds, random)}` as Id<P>;
}

/** The prefix of something that looks like an id. */
export function prefixOf(id: string): IdPrefix | undefined {
  const prefix = id.slice(0, 3);
  return prefix in ID_PREFIXES && isId(prefix as IdPrefix, id) ? (prefix as IdPrefix) : undefined;
}

/** Shortens an id for a field whose ids all have one prefix: a well-formed id is stored without it. */
export function shortId(prefix: IdPrefix, id: string): string {
  if (isId(prefix, id)) return id.slice(4);
  return ULID.test(id) || id.startsWith("=") ? `=${id}` : id;
}

/** The inverse of `shortId`. */
export function longId(prefix: IdPrefix, text: string): string {
  if (text.startsWith("=")) return text.slice(1);
  return ULID.test(text) ? `${prefix}_${text}` : text;
}

/**
 * A ULID as specified at github.com/ulid/spec: 26 characters that encode 48 bits of time and 80 random bits.
 * @param random ten bytes
 */
export function ulid(milliseconds: number, random: Uint8Array): string {
  let text = "";
  let time = milliseconds;
  for (let i = 0; i < 10; i++) {
    text = (ALPHABET[time % 32] ?? "") + text;
    time = Math.floor(time / 32);
  }
  let bits = 0;
  let held = 0;
  for (const byte of random.subarray(0, 10)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31] ?? "";
      held &= (1 << bits) - 1;
    }
  }
  return text;
}
