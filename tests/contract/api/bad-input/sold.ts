import { complete, line, saleInput } from "../counter.ts";
import type { Stand } from "./stand.ts";

/** Sales of which good requests give something back. */
export interface SoldOnce {
  readonly saleId: string;
  readonly paymentId: string;
}

const givenBack = new WeakMap<Stand, Promise<SoldOnce>>();

/** A sale that is refunded offline as often as a test does: what is left of the stand's own is not used up by it. */
export function saleGivenBack(stand: Stand): Promise<SoldOnce> {
  const known = givenBack.get(stand);
  if (known !== undefined) return known;
  const made = sellOnce(stand);
  givenBack.set(stand, made);
  return made;
}

const soldMany = new WeakMap<Stand, Promise<SoldOnce>>();

/** A sale of more than all tests exchange. */
export function saleOfMany(stand: Stand): Promise<SoldOnce> {
  const known = soldMany.get(stand);
  if (known !== undefined) return known;
  const made = sellOnce(stand, 10_000);
  soldMany.set(stand, made);
  return made;
}

async function sellOnce(stand: Stand, quantity = 1): Promise<SoldOnce> {
  const { counter } = stand;
  const paymentId = counter.shop.clock.newId("pay");
  const input = saleInput(counter, {
    lines: [line({ quantity: String(quantity) })],
    payments: [{ id: paymentId, method: "CARD", amount: 199 * quantity }],
  });
  await complete(counter, input);
  await counter.api.reader.caughtUp();
  stand.taken();
  return { saleId: input.id, paymentId };
}
