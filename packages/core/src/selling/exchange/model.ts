import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure } from "../../base/result.ts";
import { malformedRefund, type RefundFact, type RefundInput, type RefundPaymentInput } from "../refund/model.ts";
import { malformed, type SaleFact, type SaleInput } from "../sale/model.ts";

/** Goods of a sale come back and others go out: one difference is paid or given back. An empty text counts as absent. */
export interface ExchangeInput {
  readonly id: string;
  /** The sale whose goods come back. */
  readonly saleId: string;
  readonly back: readonly ExchangedLineInput[];
  /** What is given back where the goods that go out come to less. */
  readonly paymentsBack: readonly RefundPaymentInput[];
  readonly reason?: string;
  /** The goods that go out, with what is paid beside those that come back. Its time and operator are the exchange's. */
  readonly sale: SaleInput;
}

export interface ExchangedLineInput {
  /** Of the sale, from 1. */
  readonly line: number;
  /** Above zero. */
  readonly quantity: string;
  /** The goods cannot be sold again. Absent: they go back into stock. */
  readonly writeOff?: boolean;
}

/** A refund and a sale that were recorded together. */
export interface Exchange {
  readonly kind: "exchange";
  readonly id: string;
  readonly refund: RefundFact;
  readonly sale: SaleFact;
}

/** The ids of an exchange's two halves have its own ULID, so that each is found by the others. */
export function halvesOf(exchangeId: string): { readonly refundId: string; readonly saleId: string } {
  const ulid = exchangeId.slice(4);
  return { refundId: `ref_${ulid}`, saleId: `sal_${ulid}` };
}

/** The half by which goods come back. @param payments beside those in the input: what pays for the goods that go out */
export function refundOf(input: ExchangeInput, payments: readonly RefundPaymentInput[] = []): RefundInput {
  const { id, saleId, back, paymentsBack, reason, sale } = input;
  return {
    id: halvesOf(id).refundId,
    occurredAt: sale.occurredAt,
    saleId,
    lines: back,
    payments: [...paymentsBack, ...payments],
    ...(reason ? { reason } : {}),
  };
}

/** Everything that is wrong with an exchange's form. */
export function malformedExchange(input: ExchangeInput): Failure[] {
  const { id, saleId, sale } = input;
  const problems: Failure[] = [];
  const isWell = isId("exc", id);
  if (!isWell) problems.push(failure("INVALID_ID", "The id is not exc_ and a ULID.", ["input", "id"]));
  else if (isId("sal", sale.id) && sale.id !== halvesOf(id).saleId)
    problems.push(failure("INVALID_ID", "The sale's id has the ULID of the exchange.", ["input", "sale", "id"]));
  if (!saleId) problems.push(failure("UNKNOWN_SALE", "There is no such sale.", ["input", "saleId"]));
  if (sale.lines.length > LIMITS.saleLinesMax) {
    const message = `A sale has at most ${LIMITS.saleLinesMax} lines.`;
    problems.push(failure("INVALID_LINES", message, ["input", "sale", "lines"]));
  }
  const ofRefund = saleId && isWell ? malformedRefund(refundOf(input)) : [];
  return [...problems, ...inRefund(input, ofRefund), ...inSale(problems.length > 0 ? [] : malformed(sale))];
}

/** What is wrong with the refund, where the client stated it. What it did not state follows from the lines. */
export function inRefund({ paymentsBack }: ExchangeInput, failures: readonly Failure[]): Failure[] {
  return failures.map((one) => {
    const [, field = "", index, ...rest] = one.path;
    if (field === "lines") return { ...one, path: ["input", "back", ...(index === undefined ? [] : [index, ...rest])] };
    if (field !== "payments") return one;
    if (index === undefined) return { ...one, path: ["input", "paymentsBack"] };
    if (Number(index) >= paymentsBack.length) return { ...one, path: ["input", "back"] };
    return { ...one, path: ["input", "paymentsBack", index, ...rest] };
  });
}

export function inSale(failures: readonly Failure[]): Failure[] {
  return failures.map((one) => ({ ...one, path: ["input", "sale", ...one.path.slice(1)] }));
}
