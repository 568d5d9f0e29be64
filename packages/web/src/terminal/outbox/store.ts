import type { Cart } from "../cart/cart.ts";
import type { Settings } from "../settings.ts";
import type { Row, RowState } from "./row.ts";

/** What a device keeps. All of it is written in transactions that hold altogether or not at all, and that are on disk when they resolve. */
export interface Store {
  readonly run: <T>(work: (transaction: StoreTransaction) => Promise<T>, durability?: Durability) => Promise<T>;
}

/** Strict, unless stated: on disk when it resolves. Relaxed: a power cut may take it back, but nothing of what follows alone. */
export type Durability = "strict" | "relaxed";

/** Only its own promises may be awaited while it is open. A write need not be: where one fails, the transaction does. */
export interface StoreTransaction {
  readonly get: <Name extends keyof Values>(name: Name) => Promise<Values[Name] | undefined>;
  readonly set: <Name extends keyof Values>(name: Name, value: Values[Name]) => Promise<void>;
  readonly remove: (name: keyof Values) => Promise<void>;
  readonly row: (id: string) => Promise<Row | undefined>;
  readonly putRow: (row: Row) => Promise<void>;
  readonly removeRow: (id: string) => Promise<void>;
  /** In the order in which they were stored. */
  readonly rows: (which: RowsWanted) => Promise<Row[]>;
  /** The highest order of a terminal's rows; 0 without any. */
  readonly lastOrder: (terminalId: string) => Promise<number>;
  /** Newest first, of all states. */
  readonly newestRows: (terminalId: string, limit: number) => Promise<Row[]>;
  readonly count: (which: Omit<RowsWanted, "limit">) => Promise<number>;
  /** Ids of rows that this version of the page cannot read. They are kept as they are until a version that can reads them. */
  readonly unreadIds: () => Promise<readonly string[]>;
}

export interface RowsWanted {
  readonly terminalId: string;
  readonly state: RowState;
  /** Only those with an older epoch. */
  readonly epochBelow?: number;
  readonly limit?: number;
}

export type Values = {
  /** Absent: not paired. */
  pairing: Pairing;
  operator: Operator;
  /** Who can sign in here, as the server answered last. */
  operators: readonly ListedOperator[];
  cart: Cart;
  /** The sale that was made last, and whether its page is still open: a page that is loaded again shows the change. */
  lastSale: LastSale;
  /** The server's last answer, so that a terminal starts where there is no network. */
  settings: Settings;
} & { [numbers: `numbers:${string}`]: Numbers } & { [epoch: `epoch:${string}`]: number };

export interface LastSale {
  readonly id: string;
  readonly isOpen: boolean;
}

/**
 * The terminal's own credential is kept here and not in a cookie: offline sales are sent later with it as a Bearer token, even if
 * another operator is signed in then, and without a session cookie. It cannot sell: an online sale needs an operator.
 */
export interface Pairing {
  readonly terminalId: string;
  readonly token: string;
  readonly pairedAt: string;
}

/** Who is signed in. A page that is loaded again finds them there, unless it has been left alone for too long. */
export interface Operator {
  readonly operatorId: string;
  readonly number: string;
  /** Absent: signed in before it was kept. */
  readonly name?: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly permissions: readonly string[];
  /** The most that the discounts of a sale may come to, in percent of its price. Absent: without a limit. */
  readonly discountPercentMax?: string;
  readonly seenAt: string;
  readonly isLocked: boolean;
}

/** A name to tap instead of typing a number. No secret is kept with it. */
export interface ListedOperator {
  readonly id: string;
  readonly name: string;
  readonly operatorNumber: string;
}

/** Receipt numbers of a terminal. They outlive its pairing, since a number must not come twice. */
export interface Numbers {
  readonly last: number;
  /** Numbers of sales that the server refused, so that no sale has them: they are used next. */
  readonly free: readonly number[];
}
