import { EXCEPTION_CODES, type ExceptionCode } from "@pos/core/generated/names.ts";
import { exceptionsOf, type StoredException } from "@pos/core/ledger/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { RequestContext } from "./context.ts";

/** What every kind of fact shows alike. */
export function exceptionsOn(
  { id }: { readonly id: string },
  _: unknown,
  context: RequestContext,
): Promise<StoredException[]> {
  const { table, caller } = requireCaller(context);
  return exceptionsOf(table, caller.merchantId, id);
}

export function moneyIn({ currency }: { readonly currency: string }, amount: number) {
  return { amount, currency };
}

/** Stored exceptions may be of a later version, whose codes this one does not know. */
export function exceptionCode({ code }: { readonly code: string }): ExceptionCode | undefined {
  return EXCEPTION_CODES.find((known) => known === code);
}
