import { present } from "@pos/core/base/result.ts";
import { exceptionKey } from "@pos/core/ledger/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { type Counter, closeCounter, line, openCounter, saleInput, sync } from "./counter.ts";

/** contract.md, "Words for what went wrong": codes as enums, beside the strings. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

test("userErrors: `failureCode` equals `code`, for every type of refusal", async () => {
  const document = `mutation ($input: CompleteSaleInput!) { completeSale(input: $input) {
    userErrors { __typename code failureCode } } }`;
  const refused = async (fields: object): Promise<Data[]> => {
    const { data, errors } = await counter.api.call(document, {
      variables: { input: { ...saleInput(counter), ...fields } },
      token: counter.cashier,
    });
    expect(errors).toBeUndefined();
    return data.completeSale.userErrors;
  };
  const all = [
    ...(await refused({ id: "sal_1" })),
    ...(await refused({ expectedTotal: 1 })),
    ...(await refused({ lines: [line({ unitPrice: "1.50" })], payments: [] })),
  ];
  expect(new Set(all.map(({ __typename }) => __typename))).toEqual(
    new Set(["Refusal", "TotalMismatch", "PriceNotAllowed"]),
  );
  for (const { code, failureCode } of all) expect(failureCode).toBe(code);
});

test("exceptions: `exceptionCode` equals `code`, and is null for a code of a later version", async () => {
  const { shop, api } = counter;
  const [result] = await sync(counter, [saleInput(counter, { lines: [line({ variant: { sku: "NONE" } })] })]);
  const { id } = present(result, "a result").sale;
  await api.reader.caughtUp();
  const document = "query ($id: ID!) { sale(id: $id) { exceptions { code exceptionCode } } }";
  const exceptions = async () =>
    (await api.call(document, { variables: { id }, token: counter.owner })).data.sale.exceptions;
  expect(await exceptions()).toContainEqual({ code: "UNKNOWN_VARIANT", exceptionCode: "UNKNOWN_VARIANT" });
  const item = present(await shop.table.get(exceptionKey(shop.merchantId, id, "UNKNOWN_VARIANT")), "the exception");
  const later = JSON.stringify({ ...JSON.parse(String(item.body)), code: "OF_A_LATER_VERSION" });
  await shop.table.write({
    op: "put",
    item: { ...item, ...exceptionKey(shop.merchantId, id, "OF_A_LATER_VERSION"), body: later },
  });
  expect(await exceptions()).toContainEqual({ code: "OF_A_LATER_VERSION", exceptionCode: null });
});
