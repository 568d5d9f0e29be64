import { parseQuantity } from "../../base/quantity.ts";
import { present } from "../../base/result.ts";
import { customerPart } from "../../customers/customer/index.ts";
import { inUnits } from "../../goods/catalog/index.ts";
import { COST_UNKNOWN, type GoodsLine, goodsOf, moveGoods, STOCK_NEGATIVE } from "../../goods/stock/index.ts";
import {
  type Balances,
  type Draft,
  type Entry,
  type ExceptionCall,
  type FactKind,
  linesOfPart,
  type Posting,
  summed,
  usageOf,
} from "../../ledger/index.ts";
import { dayPart } from "../day/index.ts";
import { moneyPostings } from "../payment/index.ts";
import { SALE_FLAGS } from "../sale/index.ts";
import { issuedOn, VALUE_FLAGS, valuePart, valueUsage } from "../stored-value/index.ts";
import type { RefundFact, RefundLine, Reversal } from "./model.ts";
import { costOfRefunded } from "./origins.ts";
import { refundGuard } from "./records.ts";

/** A refund or a void: a sale the other way round. Goods come back at what they cost the sale, or are written off at it. */
export function bookReversal(
  fact: Reversal,
  part: number,
  balances: Balances,
  related: readonly Entry[],
  accounts: Parameters<FactKind["book"]>[4],
): Draft {
  const lines = linesOfPart(fact, part).filter((line) => line.stocked && line.variantId !== undefined);
  const back = lines.filter((line) => !line.writtenOff).map((line) => goodsLine(line, related));
  const { value, modules, events, exceptions } = moveGoods(fact.locationId, back, fact.digits, balances);
  const writtenOff = lines
    .filter((line) => line.writtenOff)
    .reduce((sum, line) => sum + (goodsLine(line, related).cost ?? 0), 0);
  const costPostings: Posting[] = [
    ["inventory", value],
    ["shrinkage", writtenOff],
    ["costOfGoods", -value - writtenOff],
  ];
  if (part > 0) return { postings: summed(costPostings), modules, events, exceptions };
  const { terminalId, customerId, hour } = fact;
  return {
    ...(terminalId === undefined ? {} : { terminalId }),
    postings: summed([...moneyPostings(fact), ...costPostings]),
    modules: { ...dayPart(hour, 0, issuedOn(fact.lines)), ...customerPart(customerId), ...valuePart(fact), ...modules },
    events,
    exceptions: [...exceptions, ...drawerCalls(fact, accounts.cash ?? 0)],
  };
}

/** Facts of older rules did not compare a refund with the drawer. */
const DRAWER_RULES = 3;

/** More cash was given back than the location ever took and kept. */
function drawerCalls({ id, rules, payments }: Reversal, cashBefore: number): ExceptionCall[] {
  const paid = payments.reduce((sum, { method, amount }) => (method === "CASH" ? sum - amount : sum), 0);
  const left = cashBefore - paid;
  if (rules < DRAWER_RULES || paid <= 0 || left >= 0) return [];
  const message = `${paid} were given back in cash; by the books the location then has ${left}.`;
  const details = { paid: { amount: paid }, left: { amount: left } };
  return [{ subject: id, code: "DRAWER_NEGATIVE", message, details, open: true }];
}

/** What booking finds of all that gives something back, and what is odd about who did it. */
export const REVERSAL_EXCEPTIONS = [
  ...["REFUND_NOT_ALLOWED", "PAYMENT_NOT_CAPTURED", "DRAWER_NEGATIVE", STOCK_NEGATIVE, COST_UNKNOWN],
  ...VALUE_FLAGS,
] as const;

export const refundKind: FactKind<RefundFact> = {
  kind: "refund",
  idPrefix: "ref",
  counts: "refund",
  book: bookReversal,
  uses: [
    usageOf(refundGuard, (fact: RefundFact) =>
      fact.relatedFactId === undefined ? [] : [{ key: fact.relatedFactId, use: fact }],
    ),
    valueUsage,
  ],
  events: ["stock"],
  // Without a sale its goods are priced as if they were sold.
  exceptions: [
    ...SALE_FLAGS,
    ...REVERSAL_EXCEPTIONS,
    ...["REFUND_ABOVE_LIMIT", "REFUND_ABOVE_PRICE", "REFUND_EXCEEDS_SALE", "REFUND_EXCEEDS_PAYMENT", "UNKNOWN_PAYMENT"],
    ...["REFUND_TO_OTHER_METHOD", "REFUND_WITHOUT_CUSTOMER"],
  ],
  flatFields: ["terminalId", "customerId", "hour", "postings", "levels", "goods"],
};

function goodsLine(line: RefundLine, related: readonly Entry[]): GoodsLine {
  const { variantId, sku = "", pack, origin, fallbackCost, costUnknown } = line;
  const back = -present(parseQuantity(line.quantity), "a quantity in a fact");
  const entry = origin && related.find(({ part }) => part === origin.part);
  const value = entry && goodsOf(entry)[origin?.index ?? -1]?.[2];
  const cost = origin && value !== undefined ? { cost: costOfRefunded(origin, -value, back) } : {};
  const fallback = { ...(fallbackCost === undefined ? {} : { fallbackCost }), ...(costUnknown ? { costUnknown } : {}) };
  const goods = { variantId: present(variantId, "the variant of goods"), sku, quantity: inUnits(back, pack) };
  return { ...goods, ...fallback, ...cost };
}
