import type { Id } from "../../base/id.ts";

/** What somebody may do. A permission is named after what it protects and the deed. */
export type Permission =
  | "sale:create"
  | "sale:override-price"
  | "sale:read"
  | "stock:read"
  | "stock:write"
  | "report:read"
  | "report:schedule"
  | "exception:read"
  | "exception:resolve"
  | "catalog:write"
  | "cost:read"
  | "terminal:write"
  | "staff:write"
  | "location:write"
  | "refund:create"
  | "refund:unlinked"
  | "journal:write"
  | "customer:read"
  | "customer:write"
  | "customer:erase";

export type Role = "OWNER" | "MANAGER" | "CASHIER";

const CASHIER: readonly Permission[] = ["sale:create", "sale:read"];
const MANAGER: readonly Permission[] = [
  ...CASHIER,
  "sale:override-price",
  "stock:read",
  "stock:write",
  "report:read",
  "report:schedule",
  "exception:read",
  "exception:resolve",
  "catalog:write",
  "cost:read",
  "terminal:write",
  "refund:create",
  "refund:unlinked",
  "journal:write",
  "customer:read",
  "customer:write",
];

/** What a role grants at the locations that it covers. */
export const ROLE_PERMISSIONS: { readonly [role in Role]: readonly Permission[] } = {
  CASHIER,
  MANAGER,
  OWNER: [...MANAGER, "staff:write", "location:write", "customer:erase"],
};

/** Which locations a person's role covers. */
export type Coverage = "all" | readonly string[];

/** Who calls. A request carries one token; what it stands for is read anew each time, so a change works at once. */
export type Caller = Nobody | TerminalCaller | OperatorCaller | StaffCaller;
export type KnownCaller = Exclude<Caller, Nobody>;

export interface Nobody {
  readonly kind: "nobody";
}

export interface TerminalCaller {
  readonly kind: "terminal";
  readonly merchantId: string;
  readonly terminalId: string;
  readonly locationId: string;
  /** As it was read with the token, so that nobody reads it again. */
  readonly terminal?: TerminalSeen;
}

/** What a sale says of its terminal. */
export interface TerminalSeen {
  readonly code: string;
  readonly kind?: string;
}

/** A staff member signed in at a terminal. */
export interface OperatorCaller {
  readonly kind: "operator";
  readonly merchantId: string;
  readonly terminalId: string;
  readonly locationId: string;
  readonly terminal?: TerminalSeen;
  readonly staffId: string;
  readonly role: Role;
  readonly coverage: Coverage;
}

/** A staff member signed in at the dashboard. */
export interface StaffCaller {
  readonly kind: "staff";
  readonly merchantId: string;
  readonly staffId: string;
  /** Empty: the system itself, which has no session. */
  readonly sessionId: Id<"ses"> | "";
  readonly role: Role;
  readonly coverage: Coverage;
}
