import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import { goodRequests } from "./good.ts";
import { send } from "./judge.ts";
import { OPERATIONS, operation, placed, positionsOf } from "./positions.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";
import { TEXTS } from "./texts.ts";

/**
 * Odd texts that are no fault: people have such names. They come back as they were sent, at every place that shows them;
 * names and codes are composed (NFC), and characters that nothing shows are refused in them.
 */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => closeStand(stand));

const ALLOWED: readonly (readonly [name: string, text: string])[] = [
  ["from right to left", "\u202eمقهى\u202c"],
  ["4-byte characters up to the limit", "𝄞"],
  ["a family of one character", "👩‍👩‍👧‍👦"],
  ["an accent of its own", "e\u0301"],
  ["a byte order mark within", "a\ufeffb"],
  ["a line separator", "a\u2028b"],
  ["a character for private use", "a\ue000b"],
  ["no character at all", "a\uffffb"],
  ["markup", "<script>alert('x')</script>"],
  ["quotes and escapes", "\"'\\`{{x}}"],
  ["a formula", "=1+1"],
  ["a key's separator", "a#b"],
];

/** R12: which of the texts names and codes do not take. */
const INVISIBLE: { readonly [name: string]: RegExp } = {
  "from right to left": /name|code|sku|barcodes|phone/,
  "a byte order mark within": /name|code|sku|barcodes|phone/,
  "a line separator": /name|code|sku|barcodes|phone/,
  "a family of one character": /code|sku|barcodes|phone/,
};

/** What shows a text again: a selection of the payload, in the order of the places. By operation. */
const SHOWN: { readonly [operation: string]: { readonly [place: string]: string } } = {
  createLocation: { "input.code": "location.code", "input.name": "location.name" },
  createStaff: { "input.name": "staff.name" },
  createTerminal: { "input.code": "terminal.code", "input.name": "terminal.name" },
  createTaxCode: { "input.name": "taxCode.name" },
  createCategory: { "input.name": "category.name" },
  createProduct: {
    "input.name": "product.name",
    "input.variants.0.sku": "product.variants.sku",
    "input.variants.0.name": "product.variants.name",
    "input.variants.0.barcodes.0": "product.variants.barcodes",
  },
  adjustStock: { "input.reason": "stockAdjustment.reason" },
  createCustomer: {
    "input.name": "customer.name",
    "input.phone": "customer.phone",
    "input.note": "customer.note",
  },
  completeSale: { "input.note": "sale.note", "input.lines.0.description": "sale.lines.description" },
  exchangeSale: { "input.reason": "exchange.refund.reason", "input.sale.note": "exchange.sale.note" },
  recordJournalEntry: { "input.reason": "journalEntry.reason" },
};

describe.each(Object.keys(SHOWN))("%s", (name) => {
  test.each(ALLOWED)("takes %s and shows it as it was sent", async (odd, text) => {
    for (const [path, shown] of Object.entries(SHOWN[name] ?? {})) {
      const place = `${name}.${path}`;
      const position = present(positionsOf("String").get(place), place);
      const { max } = present(TEXTS[place], place);
      // Each its own: a SKU or a barcode is taken once.
      const unique = /sku|barcodes|code/.test(path) ? stand.counter.shop.clock.newId("var") : "";
      const value = text === "𝄞" ? text.repeat(max - unique.length) + unique : text + unique;
      const [good] = await goodRequests(stand, name);
      const variables = placed(present(good, name).variables, position, value);
      const query = `${operation(name).document.replace(/\{ __typename.*/, `{ ${selectionOf(shown)} userErrors { code path } } }`)}`;
      const { body } = await send(stand, { body: JSON.stringify({ query, variables }), token: good?.token });
      const { userErrors } = body.data?.[name] ?? {};
      if (INVISIBLE[odd]?.test(path)) {
        expect([place, userErrors?.map(({ code }: Data) => code)]).toEqual([place, [TEXTS[place]?.code]]);
        continue;
      }
      const stored = /name|code|sku|barcodes|phone/.test(path) ? value.normalize("NFC") : value;
      expect([place, body.errors ?? [], userErrors, shownIn(body.data?.[name], shown)]).toEqual([
        place,
        [],
        [],
        stored,
      ]);
    }
  });
});

test("the operations of the table are the schema's", () => {
  expect(Object.keys(SHOWN).filter((name) => !OPERATIONS.has(name))).toEqual([]);
});

function selectionOf(shown: string): string {
  const steps = shown.split(".");
  return steps.join(" { ") + " }".repeat(steps.length - 1);
}

function shownIn(payload: Data, shown: string): unknown {
  let value = payload;
  for (const step of shown.split(".")) {
    if (Array.isArray(value)) value = value[0];
    value = value?.[step];
  }
  return Array.isArray(value) ? value[0] : value;
}
