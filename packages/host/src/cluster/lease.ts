import type { Item, Key, Table, Write } from "@pos/core/table/port/port.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import { createPause } from "@pos/functions/platform/pause.ts";

/**
 * Leader election among the hosts over one table: the leader reads the change stream and runs scheduled jobs. The lease
 * is a record that its owner renews. A candidate that has observed it unchanged for long enough, by its own monotonic
 * clock, takes it with the next term by a compare-and-set. The hosts' clocks need not agree.
 *
 * The owner counts its time from before the renewal request and stops before any candidate that saw the renewal may
 * take over: a host that was suspended finds its term expired when it resumes. The term's number is a fencing token:
 * writes reserved to the leader are conditional on it, and bookings are idempotent in any case.
 */
export interface Term {
  /** The fencing token: one more than the previous leader's. */
  readonly number: number;
  /** Whether this host still leads, by its own clock. */
  readonly isMine: () => boolean;
  /** A condition on the fencing token, for transactions with writes reserved to the leader. */
  readonly fencingCheck: Write;
  /** Ends the term on this host. */
  readonly lose: () => void;
}

export interface LeaseTimes {
  /** How long a candidate must observe an unchanged lease before taking it. */
  readonly leaseMilliseconds: number;
  /** How long a renewal lets its owner lead, counted from before the request. */
  readonly holdMilliseconds: number;
  readonly renewMilliseconds: number;
  readonly pollMilliseconds: number;
}

export const LEASE_TIMES: LeaseTimes = {
  leaseMilliseconds: 9_000,
  holdMilliseconds: 7_000,
  renewMilliseconds: 3_000,
  pollMilliseconds: 1_000,
};

export interface Candidate {
  /**
   * Takes the lease if it is free or expired.
   * @returns undefined if another host leads or may lead
   */
  readonly take: () => Promise<Term | undefined>;
  /**
   * @returns whether this host still owns the lease
   * @throws TableUnavailable if that is unknown; try again
   */
  readonly renew: (term: Term) => Promise<boolean>;
  /** Frees the lease, so that the next leader need not wait. */
  readonly release: (term: Term) => Promise<void>;
  /** Whether another host was observed renewing the lease. */
  readonly sawLeader: () => boolean;
}

const LEASE: Key = { pk: "lease#leader", sk: "LEASE" };

/** The lease record: its owner (null: none) and the number of the last renewal. */
interface Lease extends Item {
  readonly holder: string | null;
  readonly term: number;
  readonly renewal: number;
}

/** @param owner unique to this process */
export function createCandidate(table: Table, owner: string, times: LeaseTimes = LEASE_TIMES): Candidate {
  let seen: { readonly lease: Lease; readonly since: number } | undefined;
  let sawLeader = false;
  /** The term of this process, if it has one. */
  let current = { term: 0, until: Number.NEGATIVE_INFINITY, renewal: 0 };

  function beginTerm(number: number, requestedAt: number): Term {
    current = { term: number, until: requestedAt + times.holdMilliseconds, renewal: 0 };
    return {
      number,
      isMine: () => current.term === number && performance.now() < current.until,
      fencingCheck: { op: "check", key: LEASE, if: { is: "equal", to: { holder: owner, term: number } } },
      lose: () => {
        if (current.term === number) current.until = Number.NEGATIVE_INFINITY;
      },
    };
  }

  /** Whether a candidate may take the lease in its current state. */
  function isAvailable(lease: Lease): boolean {
    // The lease is free; or it is our own, from a call whose response was lost or from an expired term.
    if (lease.holder === null || lease.holder === owner) return true;
    const now = performance.now();
    const isSame = seen?.lease.term === lease.term && seen.lease.renewal === lease.renewal;
    if (seen !== undefined && !isSame) sawLeader = true;
    if (seen === undefined || !isSame) seen = { lease, since: now };
    return now - seen.since >= times.leaseMilliseconds;
  }

  return {
    sawLeader: () => sawLeader,
    async take() {
      const lease = (await table.get(LEASE)) as Lease | undefined;
      if (lease && !isAvailable(lease)) return undefined;
      const requestedAt = performance.now();
      const number = (lease?.term ?? 0) + 1;
      const item: Lease = { ...LEASE, holder: owner, term: number, renewal: 0 };
      const { ok } = await table.write({
        op: "put",
        item,
        if: lease
          ? { is: "equal", to: { holder: lease.holder, term: lease.term, renewal: lease.renewal } }
          : { is: "absent" },
      });
      seen = undefined;
      return ok ? beginTerm(number, requestedAt) : undefined;
    },
    async renew(term) {
      const requestedAt = performance.now();
      // Renewal numbers are never reused: a write whose response was lost may be stored, and candidates watch the
      // number for changes.
      current = { ...current, renewal: current.renewal + 1 };
      const { ok } = await table.write({
        op: "update",
        key: LEASE,
        set: { renewal: current.renewal },
        if: { is: "equal", to: { holder: owner, term: term.number } },
      });
      // Once unsure, a term never becomes valid again: another host may already rely on its end.
      if (!ok || !term.isMine()) term.lose();
      else current = { ...current, until: requestedAt + times.holdMilliseconds };
      return term.isMine();
    },
    async release(term) {
      term.lose();
      await table.write({
        op: "update",
        key: LEASE,
        set: { holder: null },
        if: { is: "equal", to: { holder: owner, term: term.number } },
      });
    },
  };
}

export interface Election {
  readonly close: () => Promise<void>;
}

export interface ElectionOptions {
  readonly candidate: Candidate;
  readonly times?: LeaseTimes;
  readonly log: Log;
  /**
   * Starts the leader's work.
   * @returns a function that stops it
   */
  readonly lead: (term: Term) => Promise<() => Promise<void>>;
}

/** Keeps trying to become leader until it is closed. */
export function startElection({ candidate, times = LEASE_TIMES, log, lead }: ElectionOptions): Election {
  const pause = createPause();
  let isClosing = false;

  async function run(): Promise<void> {
    while (!isClosing) {
      const term = await candidate.take().catch(failed);
      if (term) await serve(term).catch(failed);
      await pause.for(times.pollMilliseconds);
    }
  }
  async function serve(term: Term): Promise<void> {
    log({ level: "info", event: "lease", is: "taken", term: term.number });
    const renewing = renewUntilOver(term);
    let end = async () => {};
    try {
      end = await lead(term);
      await renewing;
    } finally {
      await end();
      if (isClosing) await candidate.release(term);
      else term.lose();
      log({ level: "info", event: "lease", is: "over", term: term.number });
    }
  }
  async function renewUntilOver(term: Term): Promise<void> {
    for (;;) {
      await pause.for(times.renewMilliseconds);
      if (isClosing || !term.isMine()) return;
      await candidate.renew(term).catch(failed);
    }
  }
  function failed(error: unknown): undefined {
    log({ level: "warn", event: "lease", error: describe(error) });
  }
  const running = run();
  return {
    async close() {
      isClosing = true;
      pause.end();
      await running;
    },
  };
}
