import type { Role } from "@pos/core/people/access/index.ts";
import type { RoleLimits as LimitsOfRole, Merchant } from "@pos/core/people/merchant/index.ts";

export type { Merchant, ReceiptSettings } from "@pos/core/people/merchant/index.ts";
export type RoleLimitsList = Merchant & { readonly version: number };

export interface RoleLimits extends LimitsOfRole {
  readonly role: Role;
  readonly currency: string;
}
