import { parseQuantity } from "../../base/quantity.ts";
import { present } from "../../base/result.ts";
import { type GoodsLine, moveGoods } from "../../goods/stock/index.ts";
import type { Balances, Draft, Entry, Posting } from "../../ledger/index.ts";
import { linesOfPart, summed } from "../../ledger/index.ts";
import { METHOD_ACCOUNTS } from "../payment/index.ts";
import type { RefundFact, RefundLine } from "./model.ts";
import { costOfRefunded } from "./rules.ts";

/** A refund: a sale the other way round. Goods come back at what they cost the sale, or are written off at it. */
export function bookRefund(fact: RefundFact, part: number, balances: Balances, related: readonly Entry[]): Draft {
  const lines = linesOfPart(fact, part).filter((line) => line.stocked && line.variantId !== undefined);
  const back = lines.filter((line) => !line.writtenOff).map((line) => goodsLine(line, related));
  const goods = moveGoods(fact.locationId, back, fact.digits, balances);
  const writtenOff = lines
    .filter((line) => line.writtenOff)
    .reduce((sum, line) => sum + (goodsLine(line, related).cost ?? 0), 0);
  const moved = goods.levels.length === 0 ? {} : { levels: goods.levels, goods: goods.goods };
  const events = goods.levels.length === 0 ? [] : (["stock"] as const);
  const costPostings: Posting[] = [
    ["inventory", goods.value],
    ["shrinkage", writtenOff],
    ["costOfGoods", -goods.value - writtenOff],
  ];
  if (part > 0) return { postings: summed(costPostings), ...moved, events, exceptions: goods.exceptions };
  const { terminalId, customerId, hour, flags = [] } = fact;
  return {
    ...(terminalId === undefined ? {} : { terminalId }),
    ...(customerId === undefined ? {} : { customerId }),
    hour,
    postings: summed([...moneyPostings(fact), ...costPostings]),
    ...moved,
    events,
    exceptions: [
      ...flags.map(({ code, message }) => ({ subject: fact.id, code, message, open: true })),
      ...goods.exceptions,
    ],
  };
}

function goodsLine(line: RefundLine, related: readonly Entry[]): GoodsLine {
  const { variantId, sku = "", origin } = line;
  const quantity = -present(parseQuantity(line.quantity), "a quantity in a fact");
  const entry = origin && related.find(({ part }) => part === origin.part);
  const value = entry?.goods?.[origin?.index ?? -1]?.[2];
  const cost = origin && value !== undefined ? { cost: costOfRefunded(origin, -value, quantity) } : {};
  return { variantId: present(variantId, "the variant of goods"), sku, quantity, ...cost };
}

function moneyPostings({ payments, total, taxTotal, rounding }: RefundFact): Posting[] {
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...payments.map(({ method, amount }): Posting => [METHOD_ACCOUNTS[method], amount]),
    ["revenue", -(total - taxTotal)],
    ["taxPayable", -taxTotal],
    ["cashRounding", -rounding],
    ["salesDifference", total + rounding - paid],
  ];
}
