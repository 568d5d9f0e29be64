import { randomBytes } from "node:crypto";
import { makeId } from "@pos/core/base/id.ts";
import type { Stand } from "../../api/bad-input/stand.ts";
import type { ModuleContract, Variables } from "../../module-contract.ts";

interface Reduced {
  readonly discounts: readonly object[];
  readonly adjustments: readonly object[];
}

/** Each place has objects of its own: one of them is spoilt at a time. */
const percents = (): Reduced => ({
  discounts: [{ percent: "0" }],
  adjustments: [{ percent: "0", reason: "Scratched" }],
});
const amounts = (): Reduced => ({ discounts: [{ amount: 0 }], adjustments: [{ amount: 0, couponCode: "SUMMER" }] });
const caused = (cause: object) => (): Reduced => ({ ...percents(), adjustments: [{ amount: 0, ...cause }] });

/** A cart with all that can be parked. */
function cart({ counter, own }: Stand, goods: object, reduced: () => Reduced = percents): Variables {
  return {
    ...{
      id: counter.shop.clock.newId("prk"),
      label: "Table 4",
      note: "A note",
      customerId: own.customerId,
      total: 199,
    },
    lines: [{ quantity: "1", unitPrice: "1.99", description: "A cup", code: "21", ...goods, ...NOTES, ...reduced() }],
    ...reduced(),
  };
}

const NOTES = { note: "A note", priceReason: "Scratched" };
const SKU = { variant: { sku: "SKU-0001" }, packSize: 24, tare: "0.05" };

async function parked(stand: Stand): Promise<string> {
  const input = cart(stand, SKU);
  const { api, cashier } = stand.counter;
  const mutation = "mutation ($input: ParkSaleInput!) { parkSale(input: $input) { userErrors { code } } }";
  await api.call(mutation, { token: cashier, variables: { input } });
  return String(input.id);
}

const CAUSE = { kind: "cat", unknown: "", broken: "INVALID_ADJUSTMENT", isRecorded: true } as const;
const AT_TERMINAL = ["owner at a terminal", "manager at a terminal", "cashier at a terminal"] as const;
const recallId = () => makeId("rcl", Date.now(), randomBytes(10));

export const parkedContract: ModuleContract = {
  good: {
    parkedSales: ({ own, counter }) => ({ token: counter.owner, variables: { locationId: own.locationId } }),
    parkSale: (stand) =>
      [
        cart(stand, SKU),
        cart(stand, { variant: { barcode: "4006381333931" } }, amounts),
        cart(stand, SKU, caused({ promotionId: "prm_1" })),
        cart(stand, { variant: { id: stand.own.variantId } }, caused({ approvalId: "apr_1" })),
        cart(stand, { taxCodeId: stand.own.taxCodeId, categoryId: stand.own.categoryId }),
        { ...cart(stand, SKU), quoteId: stand.counter.shop.clock.newId("quo") },
      ].map((input) => ({ token: stand.counter.cashier, variables: { input } })),
    recallParkedSale: async (stand) => ({
      token: stand.counter.cashier,
      variables: { input: { id: recallId(), parkedSaleId: await parked(stand) } },
    }),
    discardParkedSale: async (stand) => ({
      token: stand.counter.owner,
      variables: { input: { parkedSaleId: await parked(stand), locationId: stand.own.locationId } },
    }),
  },
  callers: {
    parkedSales: {
      document: '{ parkedSales(locationId: "x") { id } }',
      may: ["cashier at a terminal", "manager at a terminal", "cashier", "manager", "owner"],
    },
    parkSale: {
      document: 'mutation { parkSale(input: { id: "x", lines: [] }) { userErrors { code } } }',
      may: ["cashier at a terminal", "manager at a terminal"],
    },
    recallParkedSale: {
      document: 'mutation { recallParkedSale(input: { id: "x", parkedSaleId: "x" }) { userErrors { code } } }',
      may: ["cashier at a terminal", "manager at a terminal"],
    },
    discardParkedSale: {
      document: 'mutation { discardParkedSale(input: { parkedSaleId: "x", locationId: "x" }) { userErrors { code } } }',
      may: ["cashier at a terminal", "manager at a terminal", "cashier", "manager", "owner"],
    },
  },
  rights: {
    parkSale: [...AT_TERMINAL, "limited manager at a terminal"],
    recallParkedSale: [...AT_TERMINAL, "limited manager at a terminal"],
    discardParkedSale: [
      ...(["owner", "manager", "cashier", "limited owner", "limited manager"] as const),
      ...AT_TERMINAL,
      "limited manager at a terminal",
    ],
  },
  ids: {
    "parkedSales.locationId": { kind: "loc", unknown: "null", foreign: "locationId", located: "locationId" },
    "parkSale.input.id": { kind: "prk", malformed: "INVALID_ID" },
    "parkSale.input.lines.0.variant.id": {
      kind: "var",
      unknown: "",
      broken: "INVALID_VARIANT",
      isRecorded: true,
      good: 3,
    },
    "parkSale.input.lines.0.categoryId": {
      kind: "cat",
      unknown: "",
      broken: "INVALID_LINE",
      isRecorded: true,
      good: 4,
    },
    "parkSale.input.lines.0.taxCodeId": {
      kind: "tax",
      unknown: "",
      broken: "INVALID_TAX_CODE",
      isRecorded: true,
      good: 4,
    },
    "parkSale.input.lines.0.adjustments.0.promotionId": { ...CAUSE, good: 2 },
    "parkSale.input.lines.0.adjustments.0.approvalId": { ...CAUSE, good: 3 },
    "parkSale.input.adjustments.0.promotionId": { ...CAUSE, good: 2 },
    "parkSale.input.adjustments.0.approvalId": { ...CAUSE, good: 3 },
    "parkSale.input.customerId": { kind: "cus", unknown: "", broken: "INVALID_CUSTOMER", isRecorded: true },
    "recallParkedSale.input.id": { kind: "rcl", malformed: "INVALID_ID" },
    "recallParkedSale.input.parkedSaleId": { kind: "prk", unknown: "UNKNOWN_PARKED_SALE" },
    "discardParkedSale.input.parkedSaleId": { kind: "prk", unknown: "UNKNOWN_PARKED_SALE" },
    "discardParkedSale.input.locationId": {
      ...{ kind: "loc", unknown: "UNKNOWN_LOCATION" },
      ...{ foreign: "locationId", located: "locationId" },
    },
  },
  numbers: {
    "parkSale.input.total": [-1, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER].map(
      (value) => [value, "INVALID_AMOUNT input.total"] as const,
    ),
  },
  texts: { "parkSale.input.label": { max: 200, code: "INVALID_LABEL" } },
};
