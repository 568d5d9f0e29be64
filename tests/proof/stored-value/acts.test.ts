import { present } from "@pos/core/base/result.ts";
import { readHead } from "@pos/core/ledger/index.ts";
import type { LineInput, SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import { adjustGiftCard, giftCardByCode, listGiftCards } from "@pos/core/selling/stored-value/index.ts";
import { CARD_CODE_BYTES, newCardCode, type ValueAdjustmentInput } from "@pos/core/selling/stored-value/model.ts";
import { expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { verifyShop } from "../../support/ledgers.ts";
import { makeSale, sellHappened, sellLive } from "../../support/sales.ts";
import { createShop, type Shop } from "../../support/shop.ts";
import { codesOf, oneOf, refundAll, upTo, voidAll } from "./random-acts.ts";

/**
 * Gift cards are sold, loaded, redeemed live and offline, refunded to, taken back, voided, adjusted and blocked in any order. A plain
 * sum for each card decides what has to be refused and what it holds in the end; the liability account has to equal them all.
 * `STORED_VALUE_ACTS=100000` runs more of them.
 */
const ACTS = Number(process.env.STORED_VALUE_ACTS ?? 20_000);
const SEEDS = [1, 2, 3, 4];

interface Card {
  readonly code: string;
  balance: number;
  isBlocked: boolean;
}

/** A sale that moved a card: by its line, or by a payment. */
interface Moved {
  readonly sale: SaleFact;
  readonly card: Card;
  readonly kind: "sold" | "redeemed";
  readonly amount: number;
  isBack: boolean;
}

interface World {
  readonly shop: Shop;
  readonly cards: Card[];
  readonly moved: Moved[];
  readonly counts: Map<string, number>;
}

function newCard({ shop }: World): Card {
  return { code: newCardCode(shop.clock.randomBytes(CARD_CODE_BYTES)), balance: 0, isBlocked: false };
}

function count({ counts }: World, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

const cardLine = ({ code }: Card, amount: number): LineInput => ({ quantity: "1", giftCard: { amount, code } });
const openLine = (amount: number): LineInput => ({
  ...{ description: "Something", quantity: "1", unitPrice: (amount / 100).toFixed(2) },
});

function paid({ clock }: Shop, amount: number, card?: Card): SaleInput["payments"][number] {
  const id = clock.newId("pay");
  return card === undefined ? { id, method: "CARD", amount } : { id, method: "GIFT_CARD", amount, giftCard: card.code };
}

/** By the plain sums: nothing, or the one reason for which it is refused. */
function refusalOf({ balance, isBlocked }: Card, amount: number): string | undefined {
  if (isBlocked) return "GIFT_CARD_BLOCKED";
  return amount < 0 && balance + amount < 0 ? "BALANCE_TOO_LOW" : undefined;
}

/** Moves the card by what was recorded, or demands the refusal. @returns whether it was recorded */
function settle(world: World, card: Card, amount: number, codes: readonly string[] | undefined): boolean {
  const expected = refusalOf(card, amount);
  expect(codes).toEqual(expected === undefined ? undefined : [expected]);
  count(world, expected ?? "recorded");
  if (expected === undefined) card.balance += amount;
  return expected === undefined;
}

async function sell(world: World, lines: readonly LineInput[], payments: SaleInput["payments"]) {
  const outcome = await sellLive(world.shop.operator(0), { ...makeSale(world.shop), lines, payments });
  return "sale" in outcome ? { sale: outcome.sale } : { codes: outcome.failures.map(({ code }) => code) };
}

async function sellCard(world: World): Promise<void> {
  const { shop, cards, moved } = world;
  const known = shop.random() < 0.3 ? oneOf(shop, cards) : undefined;
  const card = known ?? newCard(world);
  const amount = upTo(shop, 5000);
  const { sale, codes } = await sell(world, [cardLine(card, amount)], [paid(shop, amount)]);
  if (!settle(world, card, amount, codes)) return;
  if (known === undefined) cards.push(card);
  moved.push({ sale: present(sale, "the sale"), card, kind: "sold", amount, isBack: false });
}

/** A part by the card, the rest by another method; now and then all that it holds, or a little more. */
async function redeem(world: World): Promise<void> {
  const { shop, moved } = world;
  const card = oneOf(shop, world.cards);
  if (card === undefined) return;
  const isAll = card.balance > 0 && shop.random() < 0.2;
  const amount = isAll ? card.balance : upTo(shop, Math.max(10, Math.floor(Math.max(0, card.balance) * 1.2)));
  const rest = shop.random() < 0.5 ? upTo(shop, 500) : 0;
  const payments = [paid(shop, amount, card), ...(rest === 0 ? [] : [paid(shop, rest)])];
  const { sale, codes } = await sell(world, [openLine(amount + rest)], payments);
  if (settle(world, card, 0 - amount, codes))
    moved.push({ sale: present(sale, "the sale"), card, kind: "redeemed", amount: 0 - amount, isBack: false });
}

/** What has happened is recorded whatever the card holds. */
async function redeemOffline(world: World): Promise<void> {
  const { shop } = world;
  const card = oneOf(shop, world.cards);
  if (card === undefined) return;
  const amount = upTo(shop, 300);
  const input = { ...makeSale(shop), lines: [openLine(amount)], payments: [paid(shop, amount, card)] };
  const [outcome] = await sellHappened(shop.terminal(0), [input]);
  expect(outcome?.status).toBe("recorded");
  card.balance -= amount;
  count(world, "offline");
}

/** A sale comes back in full: the card that paid gets its money again, a card that was sold loses it; or another card gets all. */
async function giveBack(world: World): Promise<void> {
  const { shop } = world;
  const one = oneOf(shop, world.moved.slice(-40));
  if (one === undefined || one.isBack) return;
  const { sale, card, kind, amount } = one;
  const other = kind === "redeemed" && shop.random() < 0.3 ? oneOf(shop, world.cards) : undefined;
  const codes = await refundAll(shop, sale, other && { method: "GIFT_CARD", giftCard: other.code });
  const back = other === undefined ? 0 - amount : sale.total;
  one.isBack = settle(world, other ?? card, back, codes);
  if (one.isBack) count(world, other === undefined ? "refunded" : "refunded to another");
}

async function voidOne(world: World): Promise<void> {
  const { shop } = world;
  const one = oneOf(shop, world.moved.slice(-10));
  if (one === undefined || one.isBack) return;
  const codes = await voidAll(shop, one.sale);
  if (codes?.includes("VOID_NOT_ALLOWED")) return;
  one.isBack = settle(world, one.card, 0 - one.amount, codes);
  if (one.isBack) count(world, "voided");
}

async function adjust(world: World): Promise<void> {
  const { shop } = world;
  const card = oneOf(shop, world.cards);
  if (card === undefined) return;
  const found = await giftCardByCode(shop.owner, card.code);
  if (found === undefined || found === "throttled") throw new Error("A card that was sold is not found");
  const { clock, locationId } = shop;
  const base = { id: clock.newId("vad"), locationId, giftCardId: found.id, reason: "Goodwill" };
  const isBlocked = card.isBlocked || shop.random() < 0.2 ? !card.isBlocked : undefined;
  const amount = isBlocked === undefined ? upTo(shop, 200) * (shop.random() < 0.5 ? 1 : -1) : 0;
  const change: Pick<ValueAdjustmentInput, "amount" | "isBlocked"> =
    isBlocked === undefined ? { amount } : { isBlocked };
  const codes = codesOf(await adjustGiftCard(shop.owner, { ...base, ...change }));
  // A blocked card is adjusted too.
  settle(world, { ...card, isBlocked: false }, amount, codes);
  if (codes === undefined)
    Object.assign(card, { balance: card.balance + amount }, isBlocked === undefined ? {} : { isBlocked });
}

const KINDS = [sellCard, sellCard, redeem, redeem, redeem, redeemOffline, giveBack, giveBack, voidOne, adjust];

/** All that cards hold, by their list. */
async function heldBy(shop: Shop): Promise<number> {
  let [sum, after]: [number, string | undefined] = [0, undefined];
  for (;;) {
    const page = await listGiftCards(shop.owner, { limit: 100, ...(after === undefined ? {} : { after }) });
    for (const { card } of page) sum += card.balance;
    if (page.length < 100) return sum;
    after = present(page.at(-1), "a row").key;
  }
}

const all = new Map<string, number>();

test.each(SEEDS)(
  "cards hold what a plain sum comes to, and the liability account what they all hold (seed %i)",
  async (seed) => {
    const shop = await createShop({ seed });
    const world: World = { shop, cards: [], moved: [], counts: all };
    for (let act = 0; act < ACTS / SEEDS.length; act++) {
      shop.clock.advance(1000);
      await present(oneOf(shop, KINDS), "an act")(world);
      if (act % 500 === 499) await drain(shop);
    }
    await drain(shop);
    const { engine, merchantId, locationId, cards } = { ...shop, ...world };
    const before = await readHead(engine.table, merchantId, locationId);
    let held = 0;
    for (const card of cards) {
      const found = await giftCardByCode(shop.owner, card.code);
      expect(found).toMatchObject({ balance: card.balance });
      held += card.balance;
    }
    expect([0 - (before.accounts.giftCards ?? 0), await heldBy(shop)]).toEqual([held, held]);
    expect((await verifyShop(shop)).differences).toEqual([]);
  },
  3_600_000,
);

test("everything happened that can happen to a card", () => {
  for (const what of [
    ...["recorded", "offline", "refunded", "refunded to another", "voided"],
    ...["BALANCE_TOO_LOW", "GIFT_CARD_BLOCKED"],
  ])
    expect(all.get(what) ?? 0, what).toBeGreaterThan(10);
});
