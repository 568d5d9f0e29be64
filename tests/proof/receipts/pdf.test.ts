import type { ReceiptDocument, Row } from "@pos/core/receipt/model.ts";
import { renderPdf } from "@pos/core/receipt/pdf.ts";
import fc from "fast-check";
import { encode } from "fast-png";
import { describe, expect, test } from "vitest";
import { goldenPapers, longPaper } from "./papers.ts";
import { readPdf } from "./read-pdf.ts";

/** A PDF is read back by another library: what is on its sheets, and where. */
const MADE = "2026-11-28T16:05:00.000Z";
const BYTES_MAX = 100_000;
const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 51];

async function read(bytes: Uint8Array) {
  const sheets = await readPdf(bytes);
  // A text of two fonts is several.
  return { sheets, all: plain(sheets.map((texts) => texts.map(({ str }) => str).join("")).join("")) };
}

/** Lines are broken at spaces, and formats have spaces that do not break. */
function plain(text: string): string {
  return text.normalize("NFC").replace(/[\p{Z}\p{C}]/gu, "");
}

function textsOf(paper: ReceiptDocument): string[] {
  const rows = (list: readonly Row[]) => list.flatMap(({ label, value }) => [label, value]);
  return [
    ...[paper.name, ...paper.head, ...paper.marks, ...rows(paper.facts)],
    ...paper.items.flatMap(({ description, quantity, unitPrice = "", amount = "", details }) => [
      ...[description, quantity, unitPrice, amount],
      ...details.flatMap((detail) => (typeof detail === "string" ? [detail] : rows([detail]))),
    ]),
    ...rows(paper.blocks.flat()),
    ...paper.taxes.flat(),
    ...paper.returns.flatMap(({ title, rows: lines }) => [title, ...rows(lines)]),
    ...[...paper.notes, ...paper.foot],
    ...(paper.link ? [paper.link.caption] : []),
  ].map(plain);
}

describe.each(["en", "zh"] as const)("receipts as PDF in %s", (language) => {
  test.each(Object.keys(goldenPapers(language)))(
    "renderPdf: has all texts of a paper of %s, within the sheet, in a small file that is always the same",
    async (name) => {
      const paper = goldenPapers(language)[name];
      if (!paper) throw new Error("There is no such paper.");
      const bytes = await renderPdf(paper, MADE);
      expect(bytes.length).toBeLessThan(BYTES_MAX);
      expect(Buffer.from(await renderPdf(paper, MADE)).equals(bytes)).toBe(true);
      const { all, sheets } = await read(bytes);
      expect(sheets).toHaveLength(1);
      for (const text of textsOf(paper)) expect(all).toContain(text.replace("☕", "?"));
      for (const { str, x, y, width } of sheets.flat()) {
        expect(x, str).toBeGreaterThanOrEqual(MARGIN - 1);
        expect(x + width, str).toBeLessThanOrEqual(WIDTH - MARGIN + 1);
        expect(y, str).toBeGreaterThan(MARGIN - 1);
        expect(y, str).toBeLessThan(HEIGHT - MARGIN);
      }
    },
  );

  test("renderPdf: repeats the heading on each sheet and numbers them when a receipt has 200 lines", async () => {
    const paper = longPaper(language, 200);
    const bytes = await renderPdf(paper, MADE);
    expect(bytes.length).toBeLessThan(BYTES_MAX);
    const { sheets, all } = await read(bytes);
    expect(sheets).toHaveLength(5);
    for (const [index, sheet] of sheets.entries()) {
      const texts = sheet.map(({ str }) => str);
      expect(texts.join("")).toContain(`${index + 1} / 5`);
      expect(texts.filter((text) => text === paper.columns.description)).toHaveLength(1);
    }
    for (const { description } of paper.items) expect(all.split(plain(description)).length).toBeGreaterThan(1);
    expect(all).toContain(plain(paper.foot[0] ?? ""));
  });
});

test("renderPdf: has no amount when it is a gift receipt", async () => {
  const { gift } = goldenPapers("en");
  if (!gift) throw new Error("There is no such paper.");
  expect((await read(await renderPdf(gift, MADE))).all).not.toMatch(/[£¥￥]|\d\.\d\d(?!\d)/);
});

test("renderPdf: has letters of many languages, and a question mark for what no font has", async () => {
  const { sale } = goldenPapers("en");
  if (!sale) throw new Error("There is no such paper.");
  const name = "Škoda Łódź Ελλάδα Київ Tiếng Việt ₹₺₩ 東京カナ 㐂 龘";
  const { all } = await read(await renderPdf({ ...sale, name, notes: ["한국어 שלום 😀\u0007"] }, MADE));
  expect(all).toContain(plain(name));
  expect(all).toContain("????????");
});

test("renderPdf: renders any text", async () => {
  const { sale } = goldenPapers("en");
  if (!sale) throw new Error("There is no such paper.");
  const property = fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
    await renderPdf({ ...sale, title: text, name: text, notes: [text], foot: [text, ""] }, MADE);
  });
  await fc.assert(property, { numRuns: 25 });
});

const LOGO = { width: 40, height: 20, channels: 4, depth: 8 } as const;

function dataUrl(bytes: Uint8Array, type = "png"): string {
  return `data:image/${type};base64,${Buffer.from(bytes).toString("base64")}`;
}

test("renderPdf: has the shop's picture, and leaves out one that is broken", async () => {
  const { sale } = goldenPapers("en");
  if (!sale) throw new Error("There is no such paper.");
  const png = encode({ ...LOGO, data: new Uint8Array(40 * 20 * 4).map((_, at) => (at * 7) % 256) });
  const broken = png.map((byte, at) => (at > 60 && at < 200 ? byte ^ 0x55 : byte));
  const pictures = async (logo: string) => {
    const bytes = await renderPdf({ ...sale, logo }, MADE);
    return Buffer.from(bytes).toString("latin1").split("/Subtype /Image").length - 1;
  };
  expect(await pictures(dataUrl(png))).toBe(1);
  expect(await pictures(dataUrl(broken))).toBe(0);
  expect(await pictures(dataUrl(png.subarray(0, 60)))).toBe(0);
  expect(await pictures(dataUrl(Buffer.from("RIFF....WEBPVP8 "), "webp"))).toBe(0);
});
