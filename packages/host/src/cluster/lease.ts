import type { Item, Key, Table, Write } from "@pos/core/table/port/port.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import { createPause } from "@pos/functions/platform/pause.ts";

/**
 * Of the hosts over one table one leads: it reads the change stream and does what goes by the clock. The lease is a record
 * that its holder renews. Whoever has seen it unchanged for long enough, by a clock of its own that nobody sets, takes it with
 * the next term, on condition that it is still as seen. No two machines need agree what time it is.
 *
 * A holder counts from before it asked for the renewal, and stops before anybody who saw that renewal may take over: a host
 * that stood still finds its term over when it goes on. Were it to act once more all the same, nothing is booked twice, and
 * what it wants to store as the leader is refused.
 */
export interface Term {
  /** One more than that of the leader before. */
  readonly number: number;
  /** Whether this host still leads, by its own clock. */
  readonly isMine: () => boolean;
  /** Stands beside whatever only the leader may write, in the same transaction. */
  readonly proof: Write;
  /** From now on this host does not lead. */
  readonly lose: () => void;
}

export interface LeaseTimes {
  /** An unchanged lease is taken after this. */
  readonly leaseMilliseconds: number;
  /** A renewal lets its holder lead for this, counted from before it was asked for. */
  readonly holdMilliseconds: number;
  readonly renewMilliseconds: number;
  readonly lookMilliseconds: number;
}

export const LEASE_TIMES: LeaseTimes = {
  leaseMilliseconds: 9_000,
  holdMilliseconds: 7_000,
  renewMilliseconds: 3_000,
  lookMilliseconds: 1_000,
};

export interface Candidate {
  /** Takes the lease when it is free or was left; undefined: somebody leads, or it is not known yet whether he does. */
  readonly take: () => Promise<Term | undefined>;
  /** Answers whether it is still this host's. @throws TableUnavailable: not known; ask again */
  readonly renew: (term: Term) => Promise<boolean>;
  /** So that the next one need not wait. */
  readonly release: (term: Term) => Promise<void>;
  /** Whether somebody was seen to renew the lease. */
  readonly sawLeader: () => boolean;
}

const LEASE: Key = { pk: "lease#leader", sk: "LEASE" };

/** The record: who leads (null: nobody) and since when it stands so. */
interface Lease extends Item {
  readonly holder: string | null;
  readonly term: number;
  readonly renewal: number;
}

/** @param holder this process alone */
export function createCandidate(table: Table, holder: string, times: LeaseTimes = LEASE_TIMES): Candidate {
  let seen: { readonly lease: Lease; readonly since: number } | undefined;
  let sawLeader = false;
  /** What this process holds, if anything. */
  let held = { term: 0, until: Number.NEGATIVE_INFINITY, renewal: 0 };

  function begun(number: number, askedAt: number): Term {
    held = { term: number, until: askedAt + times.holdMilliseconds, renewal: 0 };
    return {
      number,
      isMine: () => held.term === number && performance.now() < held.until,
      proof: { op: "check", key: LEASE, if: { is: "equal", to: { holder, term: number } } },
      lose: () => {
        if (held.term === number) held.until = Number.NEGATIVE_INFINITY;
      },
    };
  }

  /** Whether the lease, as it stands now, may be taken. */
  function isLeft(lease: Lease): boolean {
    // Nobody's; or our own, taken by a call whose answer was lost, or outlived by this process.
    if (lease.holder === null || lease.holder === holder) return true;
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
      if (lease && !isLeft(lease)) return undefined;
      const askedAt = performance.now();
      const number = (lease?.term ?? 0) + 1;
      const item: Lease = { ...LEASE, holder, term: number, renewal: 0 };
      const { ok } = await table.write({
        op: "put",
        item,
        if: lease
          ? { is: "equal", to: { holder: lease.holder, term: lease.term, renewal: lease.renewal } }
          : { is: "absent" },
      });
      seen = undefined;
      return ok ? begun(number, askedAt) : undefined;
    },
    async renew(term) {
      const askedAt = performance.now();
      // Never the same number twice: one whose answer was lost may stand already, and others look whether it changes.
      held = { ...held, renewal: held.renewal + 1 };
      const { ok } = await table.write({
        op: "update",
        key: LEASE,
        set: { renewal: held.renewal },
        if: { is: "equal", to: { holder, term: term.number } },
      });
      // Who is not sure of it any more does not become so again: others may have gone by that.
      if (!ok || !term.isMine()) term.lose();
      else held = { ...held, until: askedAt + times.holdMilliseconds };
      return term.isMine();
    },
    async release(term) {
      term.lose();
      await table.write({
        op: "update",
        key: LEASE,
        set: { holder: null },
        if: { is: "equal", to: { holder, term: term.number } },
      });
    },
  };
}

export interface Campaign {
  readonly close: () => Promise<void>;
}

export interface CampaignOptions {
  readonly candidate: Candidate;
  readonly times?: LeaseTimes;
  readonly log: Log;
  /** Begins what a leader does; answers how to end it. */
  readonly lead: (term: Term) => Promise<() => Promise<void>>;
}

/** Leads whenever nobody else does, until it is closed. */
export function startCampaign({ candidate, times = LEASE_TIMES, log, lead }: CampaignOptions): Campaign {
  const pause = createPause();
  let isClosing = false;

  async function run(): Promise<void> {
    while (!isClosing) {
      const term = await candidate.take().catch(failed);
      if (term) await serve(term).catch(failed);
      await pause.for(times.lookMilliseconds);
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
