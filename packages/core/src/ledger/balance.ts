import { tenantPk } from "../table/port/keys.ts";
import type { Item, Key } from "../table/port/port.ts";
import { textOf } from "./fact.ts";

/**
 * A balance is what queries read, and it is nothing but its entries folded: a module names its kinds of balance and defines in
 * a projection how an entry moves them. Booking, `verify` and `rebuild` run the very same projections.
 */
export interface BalanceKind<V> {
  /** Begins the sort key. */
  readonly name: string;
  /** Before any entry moved it. */
  readonly zero: V;
}

/** A balance of a ledger: a level's variant, a total's day, a drawer's terminal. */
export interface BalanceRef {
  readonly kind: BalanceKind<unknown>;
  readonly key: string;
}

export interface Balances {
  get<V>(kind: BalanceKind<V>, key: string): V;
  set<V>(kind: BalanceKind<V>, key: string, value: V): void;
}

export interface StoredBalance {
  readonly value: unknown;
  /** The cursor of the entry that moved it last. */
  readonly at: string;
}

/** Head and balances of a ledger share a partition. */
export function ledgerPk(merchantId: string, ledgerId: string): string {
  return tenantPk(merchantId, "L", ledgerId);
}

export function balanceSk(kind: BalanceKind<unknown>, key: string): string {
  return `${kind.name}#${key}`;
}

export function balanceKey(merchantId: string, ledgerId: string, kind: BalanceKind<unknown>, key: string): Key {
  return { pk: ledgerPk(merchantId, ledgerId), sk: balanceSk(kind, key) };
}

export function balanceItem(pk: string, sk: string, stored: StoredBalance): Item {
  return { pk, sk, at: stored.at, body: JSON.stringify(stored.value) };
}

export function readBalance<V>(kind: BalanceKind<V>, item: Item | undefined): V {
  return item ? (JSON.parse(textOf(item)) as V) : kind.zero;
}

/**
 * The balances of one transaction in the making: loaded once, changed in memory. What a fact changes is first held apart,
 * so that a fact that no longer fits into the transaction can be taken back (`discard`).
 */
export interface WorkingBalances extends Balances {
  /** Takes what has been changed since the last call as moved at this position. */
  accept(at: string): void;
  discard(): void;
  /** Keys that would be written, with those not yet accepted. */
  changedCount(): number;
  changed(): ReadonlyMap<string, StoredBalance>;
}

/** @param load reads what the table has by sort key; called once a key */
export function workingBalances(load: (sk: string) => unknown | undefined): WorkingBalances {
  const loaded = new Map<string, unknown>();
  const accepted = new Map<string, StoredBalance>();
  let held = new Map<string, unknown>();
  return {
    get<V>(kind: BalanceKind<V>, key: string): V {
      const sk = balanceSk(kind, key);
      if (held.has(sk)) return held.get(sk) as V;
      const moved = accepted.get(sk);
      if (moved) return moved.value as V;
      if (!loaded.has(sk)) loaded.set(sk, load(sk) ?? kind.zero);
      return loaded.get(sk) as V;
    },
    set<V>(kind: BalanceKind<V>, key: string, value: V): void {
      held.set(balanceSk(kind, key), value);
    },
    accept(at) {
      for (const [sk, value] of held) accepted.set(sk, { value, at });
      held = new Map();
    },
    discard() {
      held = new Map();
    },
    changedCount() {
      let count = accepted.size;
      for (const sk of held.keys()) if (!accepted.has(sk)) count++;
      return count;
    },
    changed: () => accepted,
  };
}
