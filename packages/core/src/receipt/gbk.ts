/**
 * Chinese as receipt printers take it: the characters of two bytes of GB 18030 (GBK). No library of encodings is needed for
 * it: the platform decodes GBK, and the table of what it decodes, read backwards, encodes it.
 */
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
/** No trail byte: it is DEL. */
const NO_TRAIL = 0x7f;

let table: ReadonlyMap<string, readonly [number, number]> | undefined;

/** @returns undefined for a character that GBK does not have; a character of ASCII is one byte */
export function gbkBytes(character: string): readonly number[] | undefined {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code < 0x80) return [code];
  table ??= readTable();
  return table.get(character);
}

function readTable(): Map<string, readonly [number, number]> {
  const read: [string, readonly [number, number]][] = [];
  const decoder = new TextDecoder("gbk");
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
      if (trail === NO_TRAIL) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (isOneOfAll(character)) read.push([character, [lead, trail]]);
    }
  }
  return new Map(read);
}

/** Not of the part of Unicode that everyone fills differently, and not the mark of what has no meaning. */
function isOneOfAll(character: string): boolean {
  return /^[^\u{e000}-\u{f8ff}\u{fffd}]$/u.test(character);
}
