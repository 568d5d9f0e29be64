import { present } from "@pos/core/base/result.ts";
import { customerPart } from "@pos/core/customers/customer/booking.ts";
import { CUSTOMER, customerProjection } from "@pos/core/customers/customer/index.ts";
import type { ExceptionCode } from "@pos/core/generated/names.ts";
import { couponGuard } from "@pos/core/goods/promotion/index.ts";
import {
  balanceKey,
  book,
  createBooks,
  type Draft,
  FactKindUnknown,
  factKey,
  readBalance,
  readFact,
  verify,
} from "@pos/core/ledger/index.ts";
import { DAY, dayPart, dayProjection } from "@pos/core/selling/day/index.ts";
import { refundKind } from "@pos/core/selling/refund/booking.ts";
import { saleKind } from "@pos/core/selling/sale/index.ts";
import { quoteGuard } from "@pos/core/selling/sale/quote-records.ts";
import { valueGuard } from "@pos/core/selling/stored-value/records.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { books } from "@pos/functions/books.ts";
import { bookChanges } from "@pos/functions/jobs/book.ts";
import { expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { verifyShop } from "../../support/ledgers.ts";
import { makeSale, sellLive } from "../../support/sales.ts";
import { createShop } from "../../support/shop.ts";
import { type CardShop, cardBooks, cardShop, KINDS } from "./gift-cards.ts";

const rest = { projections: [], guards: [] };

test("createBooks: throws when two kinds share a name", () => {
  const kinds = [saleKind, { ...saleKind, idPrefix: "xyz" }];
  expect(() => createBooks({ ...rest, guards: [couponGuard, valueGuard, quoteGuard], kinds })).toThrow("called sale");
});

test("createBooks: throws when two kinds share a prefix of ids", () => {
  const journal = present(books.kinds.get("journal"), "a kind");
  expect(() => createBooks({ ...rest, kinds: [journal, { ...saleKind, idPrefix: "jou" }] })).toThrow("id prefix jou");
});

test("createBooks: throws when a kind uses a guard that is not listed", () => {
  expect(() => createBooks({ ...rest, kinds: [refundKind] })).toThrow("REFUND_GUARD, which refund uses, is listed");
});

test("createBooks: throws when two guards share a name", () => {
  const [guard] = cardBooks.guards;
  const twin = { ...present(guard, "a guard") };
  expect(() => createBooks({ ...rest, kinds: [], guards: [present(guard, "a guard"), twin] })).toThrow("share a name");
});

test("book, verify: name a stored fact of an unknown kind, and book the others", async () => {
  const shop = await createShop();
  const sale = makeSale(shop);
  await sellLive(shop.operator(0), sale);
  const item = present(await shop.table.get(factKey(shop.merchantId, sale.id)), "the fact");
  const body = JSON.stringify({ ...JSON.parse(String(item.body)), kind: "giftCard" });
  await shop.engine.table.write({ op: "put", item: { ...item, body } });
  const other = makeSale(shop);
  await sellLive(shop.operator(0), other);
  const items = await shop.table.batchGet([sale.id, other.id].map((id) => factKey(shop.merchantId, id)));
  const failures = await bookChanges(
    shop.booking,
    items.map((stored) => ({ key: present(stored, "a fact"), item: stored })),
  );
  expect(failures.map(({ error }) => error)).toEqual([expect.any(FactKindUnknown)]);
  expect(String(failures[0]?.error)).toContain(`${sale.id} has the kind "giftCard"`);
  await expect(verifyShop(shop)).rejects.toThrow(FactKindUnknown);
  await shop.engine.table.write({ op: "put", item });
  await drain(shop);
  expect((await verifyShop(shop)).differences).toEqual([]);
});

/** Books one fact of a kind whose rule gives this draft. */
async function bookDraft(shop: CardShop, draft: Partial<Draft>, counts: "sale" | "refund" | "nothing" = "nothing") {
  const kind = { ...KINDS.topUp, counts, book: () => ({ postings: [], events: [], exceptions: [], ...draft }) };
  const own = createBooks({
    kinds: [kind],
    projections: [dayProjection, customerProjection],
    guards: cardBooks.guards,
  });
  const fact = { ...shop.make("topUp", { cards: [] }), customerId: CUSTOMER_ID };
  await shop.send(fact);
  const context = { ...shop, books: own };
  await book(context, [present(await readFact(shop.table, shop.merchantId, fact.id), "the fact")]);
  expect((await verify(context, shop.ledger)).differences).toEqual([]);
  return fact;
}

const CUSTOMER_ID = "cus_01ARYZ6S410000000000000000";
const newShop = () => cardShop(createMemoryTable({ random: createRandom(3) }).table);

test("book: fails when a draft raises an event that its kind does not declare", async () => {
  await expect(bookDraft(newShop(), { events: ["sale"] })).rejects.toThrow("declares the event sale");
});

test("book: fails when a draft raises an exception that its kind does not declare", async () => {
  const code = "ODD" as string as ExceptionCode;
  const call = { subject: "top_1", code, message: "Odd.", open: true };
  await expect(bookDraft(newShop(), { exceptions: [call] })).rejects.toThrow("declares the exception ODD");
});

test("book: fails when a draft posts to an account twice", async () => {
  const postings = [
    ["cash", 1],
    ["cash", 1],
    ["revenue", -2],
  ] as const;
  await expect(bookDraft(newShop(), { postings })).rejects.toThrow("posted to once");
});

const MONEY: Partial<Draft> = {
  postings: [
    ["cash", 120],
    ["taxPayable", -20],
    ["revenue", -100],
  ],
  modules: { ...dayPart(12, 5), ...customerPart(CUSTOMER_ID) },
};

test.each([
  ["sale", { saleCount: 1, gross: 120, discount: 5, payments: { cash: 120 } }, { saleCount: 1, gross: 120 }],
  ["refund", { refundCount: 1, refunds: -120 }, { refundCount: 1, refunds: -120 }],
  ["nothing", undefined, undefined],
] as const)(
  "projections: count a fact with a customer in no figure of sales but by its kind (%s)",
  async (counts, day, customer) => {
    const shop = newShop();
    const fact = await bookDraft(shop, MONEY, counts);
    const { merchantId, ledgerId } = shop.ledger;
    const [dayItem, customerItem] = await shop.table.batchGet([
      balanceKey(merchantId, ledgerId, DAY, fact.day),
      balanceKey(merchantId, ledgerId, CUSTOMER, CUSTOMER_ID),
    ]);
    expect([dayItem !== undefined, customerItem !== undefined]).toEqual([day !== undefined, customer !== undefined]);
    expect(readBalance(DAY, dayItem)).toMatchObject(day ?? DAY.zero);
    expect(readBalance(CUSTOMER, customerItem)).toMatchObject(customer ?? CUSTOMER.zero);
  },
);
