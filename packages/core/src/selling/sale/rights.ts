import type { Customer } from "../../customers/customer/index.ts";
import { PERMISSIONS_OF } from "../../generated/names.ts";
import type { Role } from "../../people/access/index.ts";
import type { Merchant } from "../../people/merchant/index.ts";
import { customerAccount } from "../stored-value/index.ts";
import type { SaleInput } from "./model.ts";
import type { PricingFacts, SellingRights } from "./rules.ts";

/** What a role may do to the price of a sale. */
export function rightsOfRole({ limits, overrideNeedsReason }: Merchant, role: Role): SellingRights {
  const mayOverridePrice = PERMISSIONS_OF[role].includes("sale:override-price");
  const discountPercentMax = PERMISSIONS_OF[role].includes("sale:discount") ? limits?.[role]?.discountPercent : "0";
  return {
    ...{ mayOverridePrice, overrideNeedsReason: overrideNeedsReason ?? false },
    ...(discountPercentMax === undefined ? {} : { discountPercentMax }),
  };
}

/** A sale that is bought on account: what its customer owes, and may owe. */
export function onAccount(
  { customerId, payments }: Pick<SaleInput, "customerId" | "payments">,
  buyer: Pick<Customer, "creditLimit"> | undefined,
): Pick<PricingFacts, "onAccount"> {
  if (!customerId || buyer === undefined || !payments.some(({ method }) => method === "ON_ACCOUNT")) return {};
  return { onAccount: customerAccount(customerId, buyer.creditLimit) };
}
