import { createHash } from "node:crypto";
import { present } from "@pos/core/base/result.ts";
import { readFact } from "@pos/core/ledger/index.ts";
import type { RefundFact } from "@pos/core/selling/refund/index.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  type Input,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "./counter.ts";

/** contract.md, "Recording a sale": the tax code of an open line. */
let counter: Counter;
let standard: string;
let reduced: string;
let zero: string;
beforeAll(async () => {
  counter = await openCounter();
  standard = counter.shop.taxes.defaultCodeId;
  reduced = await taxCode("Reduced", "5");
  zero = await taxCode("Zero", "0");
});
afterAll(() => closeCounter(counter));

async function taxCode(name: string, rate: string): Promise<string> {
  const input = { id: counter.shop.clock.newId("tax"), name, rate };
  const { data } = await counter.api.call(
    "mutation ($input: CreateTaxCodeInput!) { createTaxCode(input: $input) { taxCode { id } userErrors { code } } }",
    { variables: { input }, token: counter.owner },
  );
  return data.createTaxCode.taxCode.id;
}

async function stored<F extends SaleFact | RefundFact>(id: string): Promise<F> {
  const { shop } = counter;
  return present(await readFact<F>(shop.table, shop.merchantId, id), "the stored fact").fact;
}

const opened = (fields: object = {}) =>
  saleInput(counter, { lines: [openLine("1.20", { ...fields })], payments: [payment(counter, 120)] });

describe("completeSale, syncSales: the tax code of an open line", () => {
  test("an open line: is taxed at the code that it names, which the stored line keeps", async () => {
    const input = saleInput(counter, {
      lines: [
        openLine("1.05", { taxCodeId: reduced }),
        openLine("1.20", { taxCodeId: zero }),
        openLine("1.20"),
        line(),
      ],
      payments: [payment(counter, 544)],
    });
    expect(await complete(counter, input)).toMatchObject({ userErrors: [], sale: { total: { amount: 544 } } });
    const { lines, taxTotal } = await stored<SaleFact>(input.id);
    expect(lines.map(({ taxes }) => taxes)).toEqual([
      [{ codeId: reduced, rate: "5", amount: 5 }],
      [{ codeId: zero, rate: "0", amount: 0 }],
      [{ codeId: standard, rate: "20", amount: 20 }],
      [{ codeId: standard, rate: "20", amount: 33 }],
    ]);
    expect(taxTotal).toBe(58);
  });

  test("an open line: an empty tax code or none is the merchant's default, and the same request", async () => {
    const input = opened();
    await complete(counter, input);
    const again = { ...input, lines: [openLine("1.20", { taxCodeId: "" })] };
    expect(await complete(counter, again)).toMatchObject({ replayed: true, userErrors: [] });
    expect((await complete(counter, { ...input, lines: [openLine("1.20", { taxCodeId: null })] })).replayed).toBe(true);
    expect((await stored<SaleFact>(input.id)).lines[0]?.taxes).toEqual([{ codeId: standard, rate: "20", amount: 20 }]);
  });

  test("an open line: another tax code is other content", async () => {
    const input = opened();
    await complete(counter, input);
    const other = { ...input, lines: [openLine("1.20", { taxCodeId: standard })] };
    expect(refusals(await complete(counter, other))).toEqual([["ID_CONFLICT", "input.id"]]);
  });

  test("the fingerprint: is the same as before there were tax codes where a line names none", async () => {
    // Canonical, as decimals are compared.
    const input = { ...opened(), lines: [openLine("1.2")] };
    await complete(counter, input);
    const content = { ...input, terminalId: counter.shop.terminals[0]?.id };
    expect((await stored<SaleFact>(input.id)).requestHash).toBe(`h1:${sha256(sorted(content))}`);
  });

  test.each(["completeSale", "syncSales"])("%s: INVALID_LINE for a line with a variant that names one", async (by) => {
    const input = saleInput(counter, { lines: [line({ taxCodeId: zero })] });
    const answer = by === "completeSale" ? await complete(counter, input) : await syncOne(counter, input);
    const at = by === "completeSale" ? "input" : "input.sales.0";
    expect(refusals(answer)).toEqual([["INVALID_LINE", `${at}.lines.0.taxCodeId`]]);
    expect(answer.sale).toBeNull();
  });

  test.each([["of nothing"], ["that every object has"]])("an unknown tax code %s: UNKNOWN_TAX_CODE", async (what) => {
    const taxCodeId = what === "of nothing" ? counter.shop.clock.newId("tax") : "constructor";
    const input = opened({ taxCodeId });
    expect(refusals(await complete(counter, input))).toEqual([["UNKNOWN_TAX_CODE", "input.lines.0.taxCodeId"]]);
    expect(await syncOne(counter, input)).toMatchObject({ status: "RECORDED", userErrors: [] });
    expect((await stored<SaleFact>(input.id)).lines[0]?.taxes).toEqual([{ codeId: standard, rate: "20", amount: 20 }]);
    expect(await exceptionsOf(counter, input.id)).toEqual(["UNKNOWN_TAX_CODE"]);
  });
});

describe("refundSale: the tax code of an open line without a sale", () => {
  const REFUND =
    "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { id } userErrors { code path } } }";

  async function refund(lineFields: object, fields: object = {}) {
    const input: Input = {
      id: counter.shop.clock.newId("ref"),
      occurredAt: counter.shop.clock.now(),
      locationId: counter.shop.locationId,
      lines: [{ quantity: "1", ...lineFields }],
      payments: [payment(counter, 120)],
      ...fields,
    };
    const { data } = await counter.api.call(REFUND, { variables: { input }, token: counter.manager });
    return { input, answer: data.refundSale };
  }

  test("refundSale: gives back the tax of the code that the line names", async () => {
    const { input, answer } = await refund({ description: "Back", unitPrice: "1.20", taxCodeId: zero });
    expect(answer.userErrors).toEqual([]);
    expect((await stored<RefundFact>(input.id)).lines[0]?.taxes).toEqual([{ codeId: zero, rate: "0", amount: 0 }]);
  });

  test("refundSale: INVALID_LINE when the line has a variant or names a line of the sale", async () => {
    const { answer } = await refund({ variant: { sku: "SKU-0001" }, taxCodeId: zero });
    expect(refusals(answer)).toEqual([["INVALID_LINE", "input.lines.0.taxCodeId"]]);
    const sale = saleInput(counter);
    await complete(counter, sale);
    const linked = await refund({ line: 1, taxCodeId: zero }, { saleId: sale.id, payments: [payment(counter, 199)] });
    expect(refusals(linked.answer)).toEqual([["INVALID_LINE", "input.lines.0.taxCodeId"]]);
  });
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** JSON with the members in the order of their names, as an independent reading of the contract's "same content". */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${sorted(member)}`).join(",")}}`;
}
