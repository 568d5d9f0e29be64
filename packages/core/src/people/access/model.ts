import type { Id } from "../../base/id.ts";

export type { Permission } from "../../generated/names.ts";

export type Role = "OWNER" | "MANAGER" | "CASHIER";

/** How long a person stays signed in. */
export const SESSION_HOURS = 12;

/** Which locations a person's role covers. */
export type Coverage = "all" | readonly string[];

/** Who calls. A request carries one token; its record is read for each request, so a change applies at once. */
export type Caller = AnonymousCaller | TerminalCaller | OperatorCaller | StaffCaller;
export type KnownCaller = Exclude<Caller, AnonymousCaller>;

export interface AnonymousCaller {
  readonly kind: "nobody";
}

export interface TerminalCaller {
  readonly kind: "terminal";
  readonly merchantId: string;
  readonly terminalId: string;
  readonly locationId: string;
  /** As it was read with the token, so that it is not read twice. */
  readonly terminal?: TerminalSeen;
}

/** The terminal's fields that a sale stores or is judged by. */
export interface TerminalSeen {
  readonly code: string;
  readonly kind?: string;
  readonly pairedAt?: string;
  readonly activatedAt?: string;
  readonly credentialVersion?: number;
  readonly signInsSince?: string;
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
  /** As `coverageAt` has it: not always all that the role covers. */
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
