import { minorDigits, sumOf } from "../../base/money.ts";
import { customerPart } from "../../customers/customer/index.ts";
import { couponGuard } from "../../goods/promotion/index.ts";
import { COST_UNKNOWN, goodsSold, moveGoods, STOCK_NEGATIVE } from "../../goods/stock/index.ts";
import {
  type BalanceKind,
  type Balances,
  type Draft,
  type Entry,
  type ExceptionCall,
  type Fact,
  type FactKind,
  joinedParts,
  type Posting,
  type Projection,
  plainPart,
  summed,
  usageOf,
} from "../../ledger/index.ts";
import { padded } from "../../table/port/keys.ts";
import { dayPart } from "../day/index.ts";
import { isUncertain, moneyPostings, uncertainPart } from "../payment/index.ts";
import { issuedOn, valuePart, valueUsage } from "../stored-value/index.ts";
import { isSale, SALE_FLAGS, type SaleFact } from "./model.ts";
import { quoteGuard } from "./quote-records.ts";
import {
  blockOf,
  isFarAhead,
  jumpSeen,
  lastCounted,
  NO_BLOCK,
  NO_RECEIPTS,
  type ReceiptBlock,
  type Receipts,
  receiptSeen,
  usersOf,
} from "./receipts.ts";

/** Which receipt numbers a terminal has used. The current block of numbers is kept here, the full ones beside it. */
export const RECEIPTS: BalanceKind<Receipts> = { name: "RECEIPTS", zero: NO_RECEIPTS };
export const RECEIPT_BLOCK: BalanceKind<ReceiptBlock> = { name: "RECEIPT_BLOCK", zero: NO_BLOCK };

export function receiptBlockKey(terminalId: string, block: number): string {
  return `${terminalId}#${padded(block, 9)}`;
}

/** The receipt number that the terminal counted. */
const RECEIPT_PART = plainPart<number>("r");

/** One that is far ahead. */
const JUMP_PART = plainPart<number>("j");
/** Facts of older rules were counted on from, however far ahead their numbers were. */
const JUMP_RULES = 3;

export const receiptsProjection: Projection = {
  needs(fact: Fact, part: number) {
    if (!isSale(fact) || part !== 0) return [];
    const { terminalId, sequence, numberIsForeign } = fact;
    if (numberIsForeign) return [];
    return [
      { kind: RECEIPTS, key: terminalId },
      { kind: RECEIPT_BLOCK, key: receiptBlockKey(terminalId, blockOf(sequence)) },
    ];
  },
  fold(entry: Entry, balances: Balances): void {
    const { terminalId, factId } = entry;
    const far = JUMP_PART.of(entry);
    const sequence = far ?? RECEIPT_PART.of(entry);
    if (terminalId === undefined || sequence === undefined) return;
    const [receipts, ofSequence] = receiptsBefore(terminalId, sequence, balances);
    const see = far === undefined ? receiptSeen : jumpSeen;
    const seen = see(receipts, ofSequence, sequence, factId);
    balances.set(RECEIPTS, terminalId, seen.receipts);
    for (const { block, numbers } of seen.blocks)
      balances.set(RECEIPT_BLOCK, receiptBlockKey(terminalId, block), { numbers });
  },
};

/** What a terminal's receipts are before a number is booked: its record, and the block of the number. */
function receiptsBefore(terminalId: string, sequence: number, balances: Balances): readonly [Receipts, ReceiptBlock] {
  const block = balances.get(RECEIPT_BLOCK, receiptBlockKey(terminalId, blockOf(sequence)));
  return [balances.get(RECEIPTS, terminalId), block];
}

/**
 * A sale: payments against revenue, tax, cash rounding and what does not add up; goods against their cost. The first part of
 * a long sale books the money, the others the goods of their lines.
 */
function bookSale(fact: SaleFact, part: number, balances: Balances): Draft {
  const goods = moveGoods(fact.locationId, goodsSold(fact, part), minorDigits(fact.currency), balances);
  const costPostings: Posting[] = [
    ["inventory", goods.value],
    ["costOfGoods", -goods.value],
  ];
  if (part > 0)
    return {
      postings: summed(costPostings),
      modules: goods.modules,
      events: goods.events,
      exceptions: goods.exceptions,
    };
  const { terminalId, sequence, hour, customerId, discountTotal, numberIsForeign } = fact;
  const number = numberIsForeign ? undefined : numberOf(fact, balances);
  return {
    terminalId,
    postings: summed([...moneyPostings(fact), ...costPostings]),
    modules: joinedParts([
      number === undefined ? {} : (number.isJump ? JUMP_PART : RECEIPT_PART).with(sequence),
      dayPart(hour, discountTotal, issuedOn(fact.lines)),
      customerPart(customerId),
      valuePart(fact),
      uncertainPart(fact.payments),
      goods.modules,
    ]),
    events: ["sale", ...goods.events],
    exceptions: [
      ...(number === undefined ? [] : receiptCalls(fact, number)),
      ...uncertainCalls(fact),
      ...goods.exceptions,
    ],
  };
}

/** It is open until what became of all of them is known. */
function uncertainCalls({ id, payments }: SaleFact): ExceptionCall[] {
  const uncertain = payments.filter(isUncertain);
  if (uncertain.length === 0) return [];
  const amount = sumOf(uncertain, (payment) => payment.amount);
  const message = `Whether ${amount} of it was paid is not certain.`;
  return [{ subject: id, code: "PAYMENT_UNCERTAIN", message, details: { uncertain: { amount } }, open: true }];
}

export const saleKind: FactKind<SaleFact> = {
  kind: "sale",
  idPrefix: "sal",
  counts: "sale",
  book: bookSale,
  uses: [
    usageOf(couponGuard, ({ coupons = [] }: SaleFact) =>
      coupons.map((coupon) => ({ key: coupon.promotionId, use: coupon })),
    ),
    valueUsage,
    usageOf(quoteGuard, ({ quoteId }: SaleFact) => (quoteId === undefined ? [] : [{ key: quoteId, use: undefined }])),
  ],
  events: ["sale", "stock"],
  exceptions: [
    ...SALE_FLAGS,
    ...["SEQUENCE_REUSED", "SEQUENCE_JUMP", "SEQUENCE_GAP", "PAYMENT_UNCERTAIN", STOCK_NEGATIVE, COST_UNKNOWN],
  ],
  flatFields: ["terminalId", "sequence", "hour", "customerId", "discount", "postings", "levels", "goods"],
};

/** A sale's receipt number among those that its terminal used before. */
interface NumberSeen {
  readonly receipts: Receipts;
  readonly block: ReceiptBlock;
  readonly isJump: boolean;
}

function numberOf({ rules, terminalId, sequence }: SaleFact, balances: Balances): NumberSeen {
  const [receipts, block] = receiptsBefore(terminalId, sequence, balances);
  return { receipts, block, isJump: rules >= JUMP_RULES && isFarAhead(receipts, sequence) };
}

/** A duplicate number is an exception of every sale that has it; closing the last gap ends the alarm. */
function receiptCalls(fact: SaleFact, { receipts, block, isJump }: NumberSeen): ExceptionCall[] {
  const { terminalId, sequence } = fact;
  const calls: ExceptionCall[] = [];
  const sharedWith = usersOf(receipts, block, sequence);
  const sharing = sharedWith.length === 0 ? [] : [...sharedWith, fact.id];
  for (const subject of sharing) {
    calls.push({
      subject,
      code: "SEQUENCE_REUSED",
      message: `Receipt number ${sequence} was used more than once.`,
      details: { sequence: { text: String(sequence) } },
      open: true,
    });
  }
  if (isJump) {
    const last = lastCounted(receipts);
    const message = `Receipt number ${sequence} came after ${last}; the terminal counts on from there.`;
    const details = { sequence: { text: String(sequence) }, last: { text: String(last) } };
    return [...calls, { subject: fact.id, code: "SEQUENCE_JUMP", message, details, open: true }];
  }
  const hadGaps = receipts.gaps.length > 0;
  if (hadGaps && receiptSeen(receipts, block, sequence, fact.id).receipts.gaps.length === 0) {
    calls.push({ subject: terminalId, code: "SEQUENCE_GAP", message: "No receipt number is missing.", open: false });
  }
  return calls;
}
