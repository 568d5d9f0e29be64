/** Encodings that spreadsheets and shop programs write. */
export const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be", "big5", "windows-1252"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/**
 * Guesses how a text file is encoded: by its byte order mark, by the zero bytes of UTF-16, as UTF-8 if it is valid, as Chinese if
 * that gives common Chinese characters, else as Western European.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const [even, odd] = [zeroes(sample, 0), zeroes(sample, 1)];
  if (odd > sample.length / 8 && even < odd / 4) return "utf-16le";
  if (even > sample.length / 8 && odd < even / 4) return "utf-16be";
  if (isValid(bytes, "utf-8")) return "utf-8";
  return isChinese(bytes) ? "gb18030" : "windows-1252";
}

export function decoded(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

const SAMPLE_BYTES = 4_096;

function zeroes(bytes: Uint8Array, from: 0 | 1): number {
  let count = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) count++;
  return count;
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    // The decoder has no other way to state it. Letters that no encoding has show in the preview, where another is chosen.
    return false;
  }
}

/**
 * The characters of GB 2312 are two bytes above A0 each. A Western letter with an accent is one such byte, nearly always before
 * a letter of ASCII.
 */
function isChinese(bytes: Uint8Array): boolean {
  if (!isValid(bytes, "gb18030")) return false;
  let [pairs, usual] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    pairs++;
    if (lead > 0xa0 && trail > 0xa0) usual++;
    at++;
  }
  return usual > pairs * USUAL_SHARE;
}

const USUAL_SHARE = 0.7;
