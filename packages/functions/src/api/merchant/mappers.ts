import type { Role } from "@pos/core/people/access/index.ts";
import type {
  RoleLimits as LimitsOfRole,
  Merchant,
  ReceiptSettings as Settings,
} from "@pos/core/people/merchant/index.ts";

export type { Merchant } from "@pos/core/people/merchant/index.ts";

/** A location's own logo is read when it is asked for. */
export type ReceiptSettings = Omit<Settings, "logo"> & {
  readonly logo?: string | (() => Promise<string | undefined>);
};
export type RoleLimitsList = Merchant & { readonly version: number };

export interface RoleLimits extends LimitsOfRole {
  readonly role: Role;
  readonly currency: string;
}
