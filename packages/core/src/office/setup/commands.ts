import { isCurrency } from "../../base/money.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { authorize, type Context, type Role } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import {
  getMerchantToChange,
  type Merchant,
  merchantWrites,
  newMerchantLimits,
  type VersionedMerchant,
} from "../../people/merchant/index.ts";
import { changeVersioned } from "../../table/port/versioned.ts";
import { currencyHold } from "./queries.ts";

/**
 * Changes the merchant's currency while nothing is recorded and no terminal is paired. Terminals are looked at first: one that is
 * not paired sells nothing while the rest is looked at. Cash is not rounded from then on.
 */
export async function changeCurrency(
  context: Context,
  { currency, version }: { readonly currency: string; readonly version: number },
): Promise<Result<VersionedMerchant>> {
  authorize(context, "merchant:write");
  const path = ["input", "currency"];
  if (!isCurrency(currency)) return refused(failure("INVALID_CURRENCY", "ISO 4217 has no such active currency.", path));
  return changeVersioned<VersionedMerchant, VersionedMerchant>(context, {
    what: "merchant",
    version,
    read: async () => ok(await getMerchantToChange(context)),
    ifApplied: (current) =>
      current.currency === currency && [version, version + 1].includes(current.version) ? current : undefined,
    async change(current) {
      const hold = await currencyHold(context);
      if (hold === "RECORDED")
        return refused(failure("CURRENCY_IN_USE", "Amounts are recorded in the currency.", path));
      if (hold === "TERMINAL_PAIRED")
        return refused(failure("TERMINAL_PAIRED", "A paired terminal prices in the currency: revoke it first.", path));
      const set = { currency, cashStep: 1, limits: limitsIn(currency, current) };
      const writes = [
        ...merchantWrites(current, set),
        auditWrite(context, current.id, "merchant:currency", current.id),
      ];
      const value = { ...current, ...set, version: version + 1 };
      return ok({ writes: writes.map((write) => ({ write })), value });
    },
  });
}

/** Limits of about the same worth: a new merchant's in the two currencies have the same ratio. */
function limitsIn(currency: string, { currency: before, limits = {} }: Merchant): NonNullable<Merchant["limits"]> {
  const standard = (of: string) => newMerchantLimits(of).MANAGER?.unlinkedRefund ?? 1;
  const ratio = standard(currency) / standard(before);
  const roles = Object.entries(limits) as [Role, { readonly unlinkedRefund?: number }][];
  const changed = roles.map(([role, limit]) => {
    const { unlinkedRefund } = limit;
    return [
      role,
      unlinkedRefund === undefined ? limit : { ...limit, unlinkedRefund: Math.round(unlinkedRefund * ratio) },
    ];
  });
  return Object.fromEntries(changed);
}
