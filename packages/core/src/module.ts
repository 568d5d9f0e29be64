import type { FactKind, GuardKind, Projection } from "./ledger/index.ts";
import type { MasterKind } from "./people/access/index.ts";

/**
 * What a module brings to the whole, declared in its `module.ts`. Names, prefixes, accounts, permissions and codes are data:
 * `npm run codegen` turns them into types and tables (`generated/names.ts`) that any file may import.
 */
export interface Module {
  readonly books?: ModuleBooks;
  /** The master records that an archive contains; those that others refer to first. */
  readonly masters?: readonly MasterKind[];
  /** What an id with this prefix (three letters) identifies. */
  readonly idPrefixes?: { readonly [prefix: string]: string };
  readonly accounts?: { readonly [account: string]: AccountOfChart };
  /** Who has the permission at the locations that they cover. A permission is named after what it protects and the deed. */
  readonly permissions?: { readonly [permission: string]: PermissionOfModule };
  /** The kinds of event that its entries are, which subscriptions deliver. */
  readonly events?: readonly string[];
  /** Why a command may refuse, in a few English words. */
  readonly failureCodes?: { readonly [code: string]: string };
  /** What a manager may have to review, in a few English words. */
  readonly exceptionCodes?: { readonly [code: string]: string };
}

/** What booking needs of a module: a constant of its own, so that a process that books loads nothing else. */
export interface ModuleBooks {
  /** The kinds of fact that it records. */
  readonly kinds?: readonly FactKind[];
  readonly projections?: readonly Projection[];
  readonly guards?: readonly GuardKind[];
}

export interface AccountOfChart {
  /** On which side the account grows and where a report shows it. */
  readonly type: "asset" | "liability" | "equity" | "revenue" | "expense";
  /** Its position in the chart: the postings of stored entries are in this order, so a position never changes. */
  readonly position: number;
  /** What it is for, in a few English words. */
  readonly description: string;
}

export interface PermissionOfModule {
  readonly grantees: readonly PermissionGrantee[];
  /** What it needs beside a role that has it. */
  readonly needs?: readonly PermissionNeed[];
  /** What it allows, in a few English words. */
  readonly description: string;
}

export type PermissionGrantee = "TERMINAL" | "CASHIER" | "MANAGER" | "OWNER";

/**
 * ALL_LOCATIONS: what is changed holds at every location, so the role has to cover all of them. DASHBOARD: a session that was
 * opened by a password; an operator's token, which a PIN opened, is not enough.
 */
export type PermissionNeed = "ALL_LOCATIONS" | "DASHBOARD";
