import { isId } from "../../base/id.ts";
import { sumOf } from "../../base/money.ts";
import { balanceKey, factKey, readBalance, readChunks, readFact } from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { locationsAsked } from "../../people/location/index.ts";
import { batchGetAll } from "../../table/port/port.ts";
import { methodsOf, PAYMENT_ACCOUNTS, type PaymentState, UNCERTAIN, UNCERTAIN_KEY } from "../payment/index.ts";
import { type RefundGuard, refundGuardsOf, stateOf } from "../refund/index.ts";
import type { SaleFact } from "../sale/index.ts";
import type { PaymentOutcomeFact, UncertainPayments } from "./model.ts";

/** Returns undefined if not found, or if the caller may not see it. */
export async function getPaymentOutcome(context: Context, id: string): Promise<PaymentOutcomeFact | undefined> {
  authorize(context, "sale:read");
  if (!isId("pyo", id)) return undefined;
  const stored = await readFact<PaymentOutcomeFact>(context.table, context.caller.merchantId, id);
  return stored && covered(context, stored.fact.locationId) ? stored.fact : undefined;
}

/** What became of the uncertain payments of a sale, in the order in which that was recorded. */
export async function paymentOutcomesOf(
  context: Context,
  { outcomes = [] }: RefundGuard,
): Promise<PaymentOutcomeFact[]> {
  authorize(context, "sale:read");
  const { table, caller } = context;
  const keys = outcomes.map(([id]) => factKey(caller.merchantId, id));
  const found: PaymentOutcomeFact[] = [];
  for (const item of await batchGetAll(table, keys))
    if (item) found.push((await readChunks<PaymentOutcomeFact>(table, item)).fact);
  return found;
}

/** Which of the sales have a payment in a state, in their order. */
export async function havePaymentIn(
  context: Context,
  state: PaymentState,
  sales: readonly SaleFact[],
): Promise<boolean[]> {
  const guards = await refundGuardsOf(
    context,
    sales.map(({ id }) => id),
  );
  return sales.map(({ payments }, index) => {
    const guard = guards[index];
    return guard !== undefined && payments.some((payment) => stateOf(payment, guard) === state);
  });
}

/**
 * Payments of which it is not known whether they went through, as it is now. Accounts without one are left out.
 * @param locationId absent: of all locations that the caller may see
 * @returns undefined: no such location for this caller
 */
export async function uncertainPayments(
  context: Context,
  locationId?: string,
): Promise<UncertainPayments[] | undefined> {
  authorize(context, "report:read");
  const locations = await locationsAsked(context, locationId);
  if (!locations) return undefined;
  const { table, caller } = context;
  const keys = locations.map(({ id }) => balanceKey(caller.merchantId, id, UNCERTAIN, UNCERTAIN_KEY));
  const balances = (await batchGetAll(table, keys)).map((item) => readBalance(UNCERTAIN, item));
  return PAYMENT_ACCOUNTS.flatMap((account) => {
    const count = sumOf(balances, ({ [account]: [count] = [0, 0] }) => count);
    const amount = sumOf(balances, ({ [account]: [, amount] = [0, 0] }) => amount);
    return count === 0 ? [] : [{ methods: methodsOf(account), count, amount }];
  });
}
