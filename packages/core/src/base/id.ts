/**
 * An id is a prefix and a ULID: "sal_01J...". Ids are upper case after the prefix and compared byte by byte. Whoever sees a
 * thing happen makes its id; the time inside one is never trusted.
 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** What each prefix stands for. A new kind of thing takes its prefix here, so that no two ever share one. */
const ID_PREFIXES = {
  mer: "merchant",
  loc: "location",
  trm: "terminal",
  stf: "staff",
  ses: "session",
  cat: "category",
  tax: "tax code",
  prd: "product",
  var: "variant",
  cus: "customer",
  sal: "sale",
  pay: "payment",
  ops: "opening stock",
  ref: "refund",
  adj: "stock adjustment",
  jou: "journal entry",
  rsc: "report schedule",
  rsn: "report sending",
} as const;
export type IdPrefix = keyof typeof ID_PREFIXES;

export function isId(prefix: IdPrefix, text: string): boolean {
  return text.length === 30 && text.startsWith(`${prefix}_`) && ULID.test(text.slice(4));
}

/** The prefix of something that looks like an id. */
export function prefixOf(id: string): IdPrefix | undefined {
  const prefix = id.slice(0, 3);
  return prefix in ID_PREFIXES && isId(prefix as IdPrefix, id) ? (prefix as IdPrefix) : undefined;
}

/**
 * 26 characters: 48 bits of time, 80 random bits, as the ULID specification (github.com/ulid/spec) writes them.
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
