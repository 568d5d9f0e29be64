import type { IdPrefix } from "@pos/core/base/id.ts";
import type { Stand } from "./api/bad-input/stand.ts";
import type { Things } from "./api/bad-input/things.ts";

/**
 * What a module brings to the tests that hold every operation and every place of the schema: `contract` in
 * `tests/contract/modules/<noun>/contract.ts`. Codegen finds the file. Places are named from the operation on: "adjustStock.input.id".
 */
export interface ModuleContract {
  /** Requests that go well, for each operation that takes something. */
  readonly good: { readonly [operation: string]: Making };
  /** Who may call what, for each field of Query, Mutation and Subscription. */
  readonly callers: { readonly [field: string]: CallersRow };
  /** Which signed-in callers get past the gate of each mutation; all others are answered FORBIDDEN. */
  readonly rights?: { readonly [mutation: string]: readonly SignedInCaller[] };
  /** Every place for an id. */
  readonly ids?: { readonly [place: string]: IdRow };
  /** Every place for an Int, MinorUnits or Decimal. */
  readonly numbers?: { readonly [place: string]: NumberRow };
  /** Every place for a String. */
  readonly texts?: { readonly [place: string]: TextRow };
  readonly lists?: { readonly [place: string]: ListRow };
  /** The operation of each place for a DateTime. */
  readonly instants?: readonly string[];
}

export type Variables = { readonly [name: string]: unknown };

/** A request that goes well: a bad one is this with one thing wrong. */
export interface Good {
  /** Undefined: it needs none. */
  readonly token: string | undefined;
  readonly variables: Variables;
}

export type Making = (stand: Stand) => Good | readonly Good[] | Promise<Good | readonly Good[]>;

/** Every place for an id: of what kind it is, what is answered where there is no such thing, and whose it may be. */
export interface IdRow {
  readonly kind: IdPrefix;
  /** No id at all, one of another kind, one in lower case. Absent: as for an unknown one. */
  readonly malformed?: string;
  /** Nothing is known by it. Absent: it names what is made. */
  readonly unknown?: string;
  /** The other merchant's, which is as unknown. */
  readonly foreign?: keyof Things;
  /** The first location's, for a caller who works only at the second. */
  readonly located?: keyof Things;
  /** Which good request is spoilt, where not the first. */
  readonly good?: number;
  /** Far too long, or broken text: refused, where else it is only unknown. */
  readonly broken?: string;
  /** It has happened: recorded with an exception. */
  readonly isRecorded?: true;
}

/** Numbers that can be read and are no such number for their place, and what is answered. */
export type NumberRow = readonly (readonly [value: unknown, expected: string])[];

/** Every place for a text: how long it may be, and what is answered when it is no such text. */
export interface TextRow {
  readonly max: number;
  /** What is refused there, and where if not there itself; "null" and the like: what a query answers. */
  readonly code: string;
  /** Steps from the place up to what the refusal names. */
  readonly up?: number;
  /** The path, where it is not the place's own. */
  readonly at?: string;
  /** Makes of a text what is otherwise right for the place. */
  readonly shape?: (text: string) => string;
  /** It may have several lines. */
  readonly hasLines?: true;
}

/** Every place for a list. */
export interface ListRow {
  /** Absent: an empty list is no fault. */
  readonly empty?: string;
  /** One more than fits, each a new one. */
  readonly long: number;
  readonly element: () => unknown;
  readonly tooLong: string;
}

/** Every kind of token that a request may have. */
export type CallerKind =
  | "none"
  | "rubbish"
  | "wrong secret"
  | "expired operator"
  | "expired owner"
  | "revoked terminal"
  | "operator at a revoked terminal"
  | "terminal"
  | "cashier at a terminal"
  | "manager at a terminal"
  | "cashier"
  | "manager"
  | "owner";

/** Every kind of caller that is signed in. The limited work at one location of several. */
export const SIGNED_IN_CALLERS = [
  "owner",
  "manager",
  "cashier",
  "limited owner",
  "limited manager",
  "owner at a terminal",
  "manager at a terminal",
  "cashier at a terminal",
  "limited manager at a terminal",
  "terminal",
] as const;
export type SignedInCaller = (typeof SIGNED_IN_CALLERS)[number];

/** An operation as it is asked by every kind of caller. Inputs that are refused as data are enough: they got past the gate. */
export interface CallersRow {
  readonly document: string;
  readonly variables?: () => object;
  readonly may: readonly CallerKind[];
  /** What is answered to those who may, beside a plain answer. */
  readonly code?: string;
}
