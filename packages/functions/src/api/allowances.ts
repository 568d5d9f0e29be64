import type { Share } from "./work.ts";

/**
 * What one token may ask for, in this process: so many requests and values of answers at a time, and so many values in the long
 * run. A terminal with a backlog and a dashboard stay far below; a program that asks without waiting does not.
 */
export interface AllowanceLimits {
  /** Requests under way. */
  readonly requests: number;
  /** Values that the answers under way hold: of one token, and of all together. */
  readonly valuesHeld: number;
  readonly valuesHeldByAll: number;
  /** Values that a token may ask for at once after a pause, and what comes back a second. */
  readonly burst: number;
  readonly perSecond: number;
}

export const ALLOWANCE_LIMITS: AllowanceLimits = {
  requests: 100,
  valuesHeld: 600_000,
  valuesHeldByAll: 2_400_000,
  burst: 4_000_000,
  perSecond: 50_000,
};

/** What a request counts beside the values of its answer. */
const VALUES_OF_A_REQUEST = 20;

export interface Visit extends Share {
  readonly leave: () => void;
}

export interface Allowances {
  /** @returns the seconds to wait if the token has used up its allowance */
  readonly enter: (token: string) => Visit | { readonly retryAfterSeconds: number };
  /** Tokens that are remembered. */
  readonly size: () => number;
}

interface Account {
  requests: number;
  held: number;
  left: number;
  at: number;
}

/** @param now milliseconds, of whatever origin */
export function createAllowances(limits: AllowanceLimits, now: () => number): Allowances {
  const accounts = new Map<string, Account>();
  let heldByAll = 0;

  function accountOf(token: string): Account {
    const at = now();
    const known = accounts.get(token);
    if (!known) {
      const account = { requests: 0, held: 0, left: limits.burst, at };
      accounts.set(token, account);
      return account;
    }
    known.left = refilled(known, at);
    known.at = at;
    return known;
  }

  const refilled = ({ left, at }: Account, until: number) =>
    Math.min(limits.burst, left + ((until - at) / 1_000) * limits.perSecond);

  /** An account that is full again is the same as a new one. */
  function forgetFull(): void {
    const until = now();
    for (const [token, account] of accounts)
      if (account.requests === 0 && refilled(account, until) >= limits.burst) accounts.delete(token);
  }

  return {
    size: () => accounts.size,
    enter(token) {
      if (accounts.size >= ACCOUNTS_MAX && !accounts.has(token)) forgetFull();
      const account = accountOf(token);
      if (account.left <= 0) return { retryAfterSeconds: Math.ceil((1 - account.left) / limits.perSecond) };
      if (account.requests >= limits.requests) return { retryAfterSeconds: 1 };
      account.requests++;
      account.left -= VALUES_OF_A_REQUEST;
      let held = 0;
      return {
        take(values) {
          held += values;
          account.held += values;
          account.left -= values;
          heldByAll += values;
          return account.held <= limits.valuesHeld && heldByAll <= limits.valuesHeldByAll;
        },
        leave() {
          account.requests--;
          account.held -= held;
          heldByAll -= held;
          held = 0;
        },
      };
    },
  };
}

/** Beyond it, accounts that are full are forgotten before another one is opened. */
const ACCOUNTS_MAX = 10_000;
