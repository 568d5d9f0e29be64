import { describe, expect, test } from "vitest";
import type { ReceiptDocument } from "./model.ts";
import { PAPER_SIZES, PAPERS, renderReceipt } from "./render.ts";

const DOCUMENT: ReceiptDocument = {
  language: "en",
  title: 'Receipt "C3-2"',
  logo: "data:image/png;base64,AAAA",
  name: "Bits & Bobs",
  head: ["<b>1 High Street</b>"],
  marks: ["COPY"],
  facts: [{ label: "Receipt", value: "C3-2" }],
  columns: { description: "Item", quantity: "Qty", unitPrice: "Price", amount: "Amount" },
  items: [
    {
      ...{ description: "Mug <script>alert(1)</script>", quantity: "2", unitPrice: "£3.75", amount: "£7.50" },
      details: [{ label: "10% off", value: "−£0.75" }, "Gift wrap"],
    },
  ],
  blocks: [[{ label: "Total", value: "£6.75", isTotal: true }]],
  taxes: [
    ["VAT rate", "Net", "VAT"],
    ["20%", "£5.62", "£1.13"],
  ],
  returns: [{ title: "Returned today", rows: [{ label: "1 × Mug", value: "−£3.38" }] }],
  notes: ["Customer: O'Hara"],
  code: "C3-2",
  foot: ["Thank you"],
};

const drawCode = (text: string) => `<svg data-code="${text}"></svg>`;

describe.each(PAPERS)("renderReceipt on %s", (paper) => {
  const html = renderReceipt(DOCUMENT, { paper, drawCode });

  test("renderReceipt: shows every text once and in the order of the document", () => {
    const shown = html.replace(/<[^>]+>/g, "|");
    const texts = [
      "Bits &amp; Bobs",
      "COPY",
      "C3-2",
      "£7.50",
      "10% off",
      "Gift wrap",
      "Total",
      "20%",
      "Returned today",
    ];
    const places = texts.map((text) => shown.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(html).toContain('<svg data-code="C3-2"></svg>');
  });

  test("renderReceipt: escapes texts when they contain markup", () => {
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("<b>1 High");
    expect(html).toContain('aria-label="Receipt &quot;C3-2&quot;"');
  });

  test("renderReceipt: prints in black on the paper's width (terminal B14)", () => {
    expect([...new Set(html.match(/#[0-9a-f]{3,8}\b/g))].sort()).toEqual(["#000", "#fff"]);
    expect(html).toContain(`width:${PAPER_SIZES[paper].printed}mm`);
  });
});

test("renderReceipt: has no columns of prices when the paper has none", () => {
  const [item] = DOCUMENT.items;
  const gift = {
    ...DOCUMENT,
    blocks: [],
    taxes: [],
    items: [{ description: item?.description ?? "", quantity: "2", details: [] }],
  };
  const sheet = renderReceipt(gift, { paper: "a4", drawCode });
  expect(sheet).toContain(">Qty<");
  expect(sheet).not.toContain(">Price<");
  expect(sheet).not.toContain(">Amount<");
  expect(renderReceipt(gift, { paper: "58", drawCode })).toContain("× 2");
});
