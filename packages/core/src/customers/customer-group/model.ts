/** Customers who are offered the same: wholesale, staff, members. */
export interface CustomerGroup {
  readonly id: string;
  readonly name: string;
  /** Since then no price list and no promotion counts for it. Its customers stay in it. Absent: it is active. */
  readonly endedAt?: string;
  readonly version: number;
}

export interface NewCustomerGroup {
  readonly id: string;
  readonly name: string;
}

export interface CustomerGroupChange {
  readonly customerGroupId: string;
  readonly version: number;
  /** Absent: it stays as it is. */
  readonly name?: string | null | undefined;
  /** True: it ends. False: it is active again. Absent: it stays as it is. */
  readonly isEnded?: boolean | null | undefined;
}

/** A customer is in a few groups: a sale and a terminal read all of them. */
export const GROUPS_OF_CUSTOMER_MAX = 5;
