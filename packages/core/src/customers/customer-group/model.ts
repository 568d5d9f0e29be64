/** Customers who are offered the same: wholesale, staff, members. */
export interface CustomerGroup {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

export interface NewCustomerGroup {
  readonly id: string;
  readonly name: string;
}

export interface CustomerGroupChange {
  readonly customerGroupId: string;
  readonly name: string;
  readonly version: number;
}

/** A customer is in a few groups: a sale and a terminal read all of them. */
export const GROUPS_OF_CUSTOMER_MAX = 5;
