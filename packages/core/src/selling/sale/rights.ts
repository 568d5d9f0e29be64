import { PERMISSIONS_OF } from "../../generated/names.ts";
import type { Role } from "../../people/access/index.ts";
import type { Merchant } from "../../people/merchant/index.ts";
import type { SellingRights } from "./rules.ts";

/** What a role may do to the price of a sale. */
export function rightsOfRole({ limits }: Merchant, role: Role): SellingRights {
  const mayOverridePrice = PERMISSIONS_OF[role].includes("sale:override-price");
  const discountPercentMax = PERMISSIONS_OF[role].includes("sale:discount") ? limits?.[role]?.discountPercent : "0";
  return { mayOverridePrice, ...(discountPercentMax === undefined ? {} : { discountPercentMax }) };
}
