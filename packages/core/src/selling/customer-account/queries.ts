import { isId } from "../../base/id.ts";
import { RequestError } from "../../base/result.ts";
import { readFact } from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { customerAccount, depositAccount, type ValueEvent, valueHistory, valueStates } from "../stored-value/index.ts";
import { type CustomerPaymentFact, isCustomerPayment } from "./model.ts";

/** What customers owe now, in the order of their ids; below zero: they paid more than they owed. The caller has read them. */
export async function owedBy(context: Context, customerIds: readonly string[]): Promise<number[]> {
  const states = await valueStates(
    context,
    customerIds.map((id) => customerAccount(id).id),
  );
  return states.map(({ balance }) => 0 - balance);
}

/** Returns undefined if not found, or if the caller may not see it. */
export async function getCustomerPayment(context: Context, id: string): Promise<CustomerPaymentFact | undefined> {
  authorize(context, "sale:read");
  if (!isId("cpy", id)) return undefined;
  const stored = await readFact<CustomerPaymentFact>(context.table, context.caller.merchantId, id);
  return stored && covered(context, stored.fact.locationId) ? stored.fact : undefined;
}

/** One fact on a statement: by how much the customer owes more, and how much after it. */
export interface StatementLine {
  readonly fact: ValueEvent["fact"];
  readonly amount: number;
  readonly owed: number;
}

/** What a customer bought on account and paid between two business days, both included. */
export interface Statement {
  readonly opening: number;
  readonly lines: readonly StatementLine[];
  readonly closing: number;
}

/** An account is read whole, because what came late belongs to an earlier day. */
const LINES_MAX = 5000;
const READ_AT_ONCE = 100;

/** @throws RequestError TOO_MANY_ROWS */
export async function customerStatement(
  context: Context,
  { customerId, from, to }: { readonly customerId: string; readonly from: string; readonly to: string },
): Promise<Statement> {
  authorize(context, "customer:read");
  if (from > to) throw new RequestError("BAD_REQUEST", "The last day is before the first.");
  const events = await wholeHistory(context, customerAccount(customerId).id);
  events.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  let owed = 0;
  let opening = 0;
  const lines: StatementLine[] = [];
  for (const { fact, amount } of events) {
    if (fact.day > to) break;
    owed -= amount;
    if (fact.day < from) opening = owed;
    else lines.push({ fact, amount: 0 - amount, owed });
  }
  return { opening, lines, closing: owed };
}

function placeOf({ fact }: ValueEvent): string {
  return `${fact.day}#${fact.occurredAt}#${fact.id}`;
}

async function wholeHistory(context: Context, accountId: string): Promise<ValueEvent[]> {
  const all: ValueEvent[] = [];
  for (;;) {
    const after = all.at(-1)?.key;
    const page = { limit: READ_AT_ONCE, ...(after === undefined ? {} : { after }) };
    const part = await valueHistory(context, accountId, page);
    all.push(...part);
    if (part.length < READ_AT_ONCE) return all;
    if (all.length > LINES_MAX) throw new RequestError("TOO_MANY_ROWS", `A statement has at most ${LINES_MAX} lines.`);
  }
}

const SHOWN_MAX = 100;

/** What was deposited on a quote and given back, the newest first; the caller has read the quote. */
export async function depositsOn(context: Context, quoteId: string): Promise<CustomerPaymentFact[]> {
  authorize(context, "sale:quote");
  const events = await valueHistory(context, depositAccount(quoteId).id, { limit: SHOWN_MAX });
  return events.flatMap(({ fact }) => (isCustomerPayment(fact) ? [fact] : []));
}
