import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Font } from "fontkit";
import type { ReceiptDocument } from "./model.ts";

/** A font of a PDF: its file, and which characters it has how wide. */
export interface PaperFont {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In ems, of all its characters; undefined: it lacks one of them. */
  readonly widthOf: (text: string) => number | undefined;
}

/** Noto Sans has Latin, Greek and Cyrillic letters and the signs of currencies. It is small and tried first. */
const LETTERS = "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf";
/** All characters of GB 18030 that are in use: 10 MB, read for papers that need it. */
const CHINESE = "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";

const loaded = new Map<string, Promise<PaperFont>>();

/** The fonts that a paper needs, in the order in which a character is looked up. */
export async function fontsFor(document: ReceiptDocument): Promise<readonly PaperFont[]> {
  const letters = await fontOf(LETTERS);
  const characters = new Set(JSON.stringify({ ...document, logo: undefined }).normalize("NFC"));
  const isEnough = Array.from(characters).every(
    (one) => /[\p{Zs}\p{C}]/u.test(one) || letters.widthOf(one) !== undefined,
  );
  return isEnough ? [letters] : [letters, await fontOf(CHINESE)];
}

/** Read once by a process. */
function fontOf(file: string): Promise<PaperFont> {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const font = read(file);
  loaded.set(file, font);
  font.catch(() => loaded.delete(file));
  return font;
}

async function read(file: string): Promise<PaperFont> {
  const { create } = await import("fontkit");
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  const font = create(bytes);
  if (!("glyphForCodePoint" in font)) throw new Error(`${file} is a collection of fonts.`);
  return { name: file, bytes, widthOf: (text) => widthOf(font, text) };
}

function widthOf(font: Font, text: string): number | undefined {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (!font.hasGlyphForCodePoint(code)) return undefined;
    width += font.glyphForCodePoint(code).advanceWidth;
  }
  return width / font.unitsPerEm;
}
