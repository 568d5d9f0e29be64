import { LIMITS } from "@pos/core/base/limits.ts";
import { dayOf } from "../../api/bad-input/quotes.ts";
import type { Stand } from "../../api/bad-input/stand.ts";
import type { IdRow, ModuleContract, Variables } from "../../module-contract.ts";

interface Reduced {
  readonly discounts: readonly object[];
  readonly adjustments: readonly object[];
}

const percents = (): Reduced => ({
  discounts: [{ percent: "0" }],
  adjustments: [{ percent: "0", reason: "A regular" }],
});
const amounts = (): Reduced => ({ discounts: [{ amount: 0 }], adjustments: [{ amount: 0, reason: "A regular" }] });

/** A cart with all that can be quoted. */
function cart({ counter, own }: Stand, goods: object, reduced: () => Reduced = percents): Variables {
  return {
    ...{ id: counter.shop.clock.newId("quo"), note: "A note", customerId: own.customerId, expectedTotal: 199 },
    ...{ locationId: own.locationId, validUntil: dayOf({ counter } as Stand) },
    lines: [{ quantity: "1", unitPrice: "1.99", description: "A cup", code: "21", ...goods, ...NOTES, ...reduced() }],
    ...reduced(),
  };
}

const NOTES = { note: "A note", priceReason: "Scratched" };
const SKU = { variant: { sku: "SKU-0001" }, packSize: 24, tare: "0.05" };
const CREATE = "mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { quote { id number } } }";

async function quoted(stand: Stand): Promise<{ readonly id: string; readonly number: string }> {
  const { api, manager: token } = stand.counter;
  const { data } = await api.call(CREATE, { token, variables: { input: cart(stand, SKU) } });
  return data.createQuote.quote;
}

const PEOPLE = [
  ...(["owner", "manager", "cashier", "limited owner", "limited manager"] as const),
  ...([
    "owner at a terminal",
    "manager at a terminal",
    "cashier at a terminal",
    "limited manager at a terminal",
  ] as const),
];
const CALLERS = ["cashier at a terminal", "manager at a terminal", "cashier", "manager", "owner"] as const;
const ASKED: IdRow = { kind: "loc", unknown: "null", foreign: "locationId", located: "locationId" };
const CAUSE = { kind: "cat", broken: "INVALID_ADJUSTMENT" } as const;
const causes = (at: string): { readonly [place: string]: IdRow } => ({
  [`${at}.adjustments.0.promotionId`]: { ...CAUSE, unknown: "PROMOTION_NOT_AVAILABLE" },
  [`${at}.adjustments.0.approvalId`]: { ...CAUSE, unknown: "APPROVAL_NOT_AVAILABLE" },
});
const SOLD: IdRow = { kind: "quo", unknown: "UNKNOWN_QUOTE", malformed: "INVALID_ID" };
/** One that is unknown is recorded with an exception. */
const HAPPENED: IdRow = { kind: "quo", malformed: "INVALID_ID" };

export const quoteContract: ModuleContract = {
  good: {
    quote: async (stand) => {
      const { id } = await quoted(stand);
      return { token: stand.counter.owner, variables: { id } };
    },
    quotes: async (stand) => {
      const { number } = await quoted(stand);
      const { locationId, customerId } = stand.own;
      const from = dayOf(stand);
      const { token, variables } = { token: stand.counter.owner, variables: { locationId } };
      const query = "query ($locationId: ID!) { quotes(locationId: $locationId, first: 1) { pageInfo { endCursor } } }";
      await quoted(stand);
      const { data } = await stand.counter.api.call(query, { token, variables });
      return [
        {
          token,
          variables: {
            ...{ ...variables, first: 5 },
            filter: { state: "OPEN", customerId, number, hasDeposit: false, from, to: from },
          },
        },
        { token, variables: { ...variables, after: data.quotes.pageInfo.endCursor } },
      ];
    },
    createQuote: (stand) =>
      [
        cart(stand, SKU),
        cart(stand, SKU, amounts),
        cart(stand, { variant: { id: stand.own.variantId } }),
        cart(stand, { taxCodeId: stand.own.taxCodeId, categoryId: stand.own.categoryId }),
      ].map((input) => ({ token: stand.counter.manager, variables: { input } })),
    cancelQuote: async (stand) => ({
      token: stand.counter.owner,
      variables: { input: { quoteId: (await quoted(stand)).id } },
    }),
  },
  callers: {
    quote: { document: '{ quote(id: "x") { id } }', may: CALLERS },
    quotes: { document: '{ quotes(locationId: "x") { nodes { id } } }', may: CALLERS },
    createQuote: {
      document:
        'mutation { createQuote(input: { id: "x", validUntil: "2026-01-01", lines: [] }) { userErrors { code } } }',
      may: CALLERS,
    },
    cancelQuote: {
      document: 'mutation { cancelQuote(input: { quoteId: "x" }) { userErrors { code } } }',
      may: CALLERS,
    },
  },
  rights: { createQuote: PEOPLE, cancelQuote: PEOPLE },
  ids: {
    "quote.id": { kind: "quo", unknown: "null" },
    "quotes.locationId": ASKED,
    "quotes.filter.customerId": { kind: "cus", unknown: "0 nodes", foreign: "customerId" },
    "createQuote.input.id": { kind: "quo", malformed: "INVALID_ID" },
    // A terminal's location is its own.
    "createQuote.input.locationId": { kind: "loc", unknown: "", isRecorded: true },
    "createQuote.input.customerId": { kind: "cus", unknown: "UNKNOWN_CUSTOMER", broken: "INVALID_CUSTOMER" },
    "createQuote.input.lines.0.variant.id": {
      ...{ kind: "var", unknown: "UNKNOWN_VARIANT <", foreign: "variantId" },
      ...{ broken: "INVALID_VARIANT", good: 2 },
    },
    "createQuote.input.lines.0.categoryId": {
      ...{ kind: "cat", unknown: "UNKNOWN_CATEGORY", foreign: "categoryId" },
      ...{ broken: "INVALID_LINE", good: 3 },
    },
    "createQuote.input.lines.0.taxCodeId": {
      ...{ kind: "tax", unknown: "UNKNOWN_TAX_CODE", foreign: "taxCodeId" },
      ...{ broken: "INVALID_TAX_CODE", good: 3 },
    },
    ...causes("createQuote.input.lines.0"),
    ...causes("createQuote.input"),
    "cancelQuote.input.quoteId": { kind: "quo", unknown: "UNKNOWN_QUOTE" },
    // What became of it is asked when the cart is sold.
    "parkSale.input.quoteId": { ...HAPPENED, good: 5 },
    "completeSale.input.quoteId": { ...SOLD, good: 4 },
    "priceSale.input.quoteId": { ...SOLD, good: 4 },
    "exchangeSale.input.sale.quoteId": { ...SOLD, good: 4 },
    "syncSales.input.sales.0.quoteId": HAPPENED,
    "syncFacts.input.facts.0.sale.quoteId": HAPPENED,
    "syncFacts.input.facts.0.exchange.sale.quoteId": HAPPENED,
  },
  numbers: {
    "quotes.first": [
      [0, "BAD_REQUEST"],
      [101, "BAD_REQUEST"],
    ],
    "createQuote.input.expectedTotal": [[LIMITS.factAmountMax, "TOTAL_MISMATCH input.expectedTotal"]],
  },
  texts: {
    "quotes.after": { max: 64, code: "BAD_REQUEST", at: "" },
    "quotes.filter.number": { max: 64, code: "0 nodes", at: "" },
    "createQuote.input.note": { max: 500, code: "INVALID_NOTE" },
  },
};
