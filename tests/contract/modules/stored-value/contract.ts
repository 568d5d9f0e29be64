import { LIMITS } from "@pos/core/base/limits.ts";
import { newCardCode } from "@pos/core/selling/stored-value/model.ts";
import type { Stand } from "../../api/bad-input/stand.ts";
import { complete, payment, saleInput } from "../../api/counter.ts";
import type { ModuleContract, NumberRow, TextRow } from "../../module-contract.ts";
import { MANAGERS, pageContract } from "../page.ts";

/** The code of a card that was sold just now. */
async function soldCard({ counter }: Stand): Promise<string> {
  const code = newCardCode(counter.shop.clock.randomBytes(15));
  const lines = [{ quantity: "1", giftCard: { amount: 500, code } }];
  await complete(counter, saleInput(counter, { lines, payments: [payment(counter, 500)] }));
  await counter.api.reader.caughtUp();
  return code;
}

const AMOUNT_MAX = LIMITS.factAmountMax;
const SALES = [
  ...["completeSale.input", "priceSale.input", "exchangeSale.input.sale", "syncSales.input.sales.0"],
  ...["syncFacts.input.facts.0.sale", "syncFacts.input.facts.0.exchange.sale"],
];
const REFUNDS = ["refundSale.input", "syncFacts.input.facts.0.refund"];
const EXCHANGES = ["exchangeSale.input", "syncFacts.input.facts.0.exchange"];

function eachOf<T>(ats: readonly string[], place: string, row: (at: string) => T): { readonly [place: string]: T } {
  return Object.fromEntries(ats.map((at) => [`${at}.${place}`, row(at.slice(at.indexOf(".") + 1))]));
}

const CODE: TextRow = { max: 64, code: "INVALID_GIFT_CARD" };
const page = pageContract("giftCards", MANAGERS, () => ({ lastFour: "0" }));

export const storedValueContract: ModuleContract = {
  good: {
    giftCard: async (stand) => ({ token: stand.counter.manager, variables: { code: await soldCard(stand) } }),
    giftCards: async (stand) => {
      await soldCard(stand);
      await soldCard(stand);
      const { token, variables } = { token: stand.counter.owner, variables: { first: 5, lastFour: "0" } };
      const { data } = await stand.counter.api.call("{ giftCards(first: 1) { pageInfo { endCursor } } }", { token });
      return [
        { token, variables },
        { token, variables: { after: data.giftCards.pageInfo.endCursor } },
      ];
    },
    storeCredit: async ({ counter, own }) => ({
      token: counter.manager,
      variables: { customerId: own.customerId },
    }),
    adjustStoreCredit: async ({ counter, own }) => {
      const { customerId, locationId } = own;
      const id = counter.shop.clock.newId("vad");
      return {
        token: counter.owner,
        variables: { input: { id, customerId, locationId, amount: 5, reason: "Goodwill" } },
      };
    },
    adjustGiftCard: async (stand) => {
      const { counter, own } = stand;
      const query = "query ($code: String!) { giftCard(code: $code) { id } }";
      const found = { token: counter.owner, variables: { code: await soldCard(stand) } };
      const { data } = await counter.api.call(query, found);
      const card = { giftCardId: data.giftCard.id, locationId: own.locationId, amount: 5, isBlocked: false };
      return {
        token: counter.owner,
        variables: { input: { id: counter.shop.clock.newId("vad"), reason: "Goodwill", ...card } },
      };
    },
  },
  callers: {
    ...page.callers,
    storeCredit: {
      document: '{ storeCredit(customerId: "x") { balance { amount } } }',
      may: ["cashier at a terminal", "manager at a terminal", "cashier", "manager", "owner"],
    },
    adjustStoreCredit: {
      document:
        'mutation { adjustStoreCredit(input: { id: "x", customerId: "x", locationId: "x", amount: 1, reason: "x" }) { userErrors { code } } }',
      may: MANAGERS,
    },
    giftCard: {
      document: '{ giftCard(code: "x") { id } }',
      may: ["cashier at a terminal", "manager at a terminal", "cashier", "manager", "owner"],
    },
    newGiftCardCode: {
      document: "{ newGiftCardCode }",
      may: ["cashier at a terminal", "manager at a terminal", "cashier", "manager", "owner"],
    },
    adjustGiftCard: {
      document:
        'mutation { adjustGiftCard(input: { id: "x", giftCardId: "x", locationId: "x", reason: "x" }) { userErrors { code } } }',
      may: MANAGERS,
    },
  },
  rights: {
    adjustStoreCredit: [
      ...(["owner", "manager", "limited owner", "limited manager"] as const),
      ...(["owner at a terminal", "manager at a terminal", "limited manager at a terminal"] as const),
    ],
    adjustGiftCard: [
      ...(["owner", "manager", "limited owner", "limited manager"] as const),
      ...(["owner at a terminal", "manager at a terminal", "limited manager at a terminal"] as const),
    ],
  },
  ids: {
    "storeCredit.customerId": { kind: "cus", unknown: "null", foreign: "customerId" },
    "adjustStoreCredit.input.id": { kind: "vad", malformed: "INVALID_ID" },
    "adjustStoreCredit.input.customerId": { kind: "cus", unknown: "UNKNOWN_CUSTOMER", foreign: "customerId" },
    "adjustStoreCredit.input.locationId": {
      ...{ kind: "loc", unknown: "UNKNOWN_LOCATION" },
      ...{ foreign: "locationId", located: "locationId" },
    },
    "adjustGiftCard.input.id": { kind: "vad", malformed: "INVALID_ID" },
    "adjustGiftCard.input.giftCardId": { kind: "gft", unknown: "UNKNOWN_GIFT_CARD" },
    "adjustGiftCard.input.locationId": {
      ...{ kind: "loc", unknown: "UNKNOWN_LOCATION" },
      ...{ foreign: "locationId", located: "locationId" },
    },
  },
  numbers: {
    ...page.numbers,
    "adjustStoreCredit.input.amount": [0, AMOUNT_MAX + 1, -AMOUNT_MAX - 1].map((amount) => [
      amount,
      "INVALID_AMOUNT input.amount",
    ]),
    "adjustGiftCard.input.amount": [0, AMOUNT_MAX + 1, -AMOUNT_MAX - 1].map((amount) => [
      amount,
      "INVALID_AMOUNT input.amount",
    ]),
    ...eachOf(
      SALES,
      "lines.0.giftCard.amount",
      (at): NumberRow =>
        [0, -1, AMOUNT_MAX + 1].map((amount) => [amount, `INVALID_GIFT_CARD ${at}.lines.0.giftCard.amount`]),
    ),
  },
  texts: {
    ...page.texts,
    "giftCard.code": { max: 64, code: "null", at: "" },
    "giftCards.lastFour": { max: 4, code: "BAD_REQUEST", at: "" },
    "adjustStoreCredit.input.reason": { max: 500, code: "INVALID_REASON" },
    "adjustGiftCard.input.reason": { max: 500, code: "INVALID_REASON" },
    ...eachOf(SALES, "lines.0.giftCard.code", () => CODE),
    ...eachOf([...SALES, ...REFUNDS], "payments.0.giftCard", () => CODE),
    ...eachOf(EXCHANGES, "paymentsBack.0.giftCard", () => CODE),
  },
};
