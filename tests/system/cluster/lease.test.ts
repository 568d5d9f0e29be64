import { present } from "@pos/core/base/result.ts";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import { type Change, type Table, TableUnavailable } from "@pos/core/table/port/port.ts";
import { createCandidate, type LeaseTimes, startElection, type Term } from "@pos/host/cluster/lease.ts";
import { openTermLog } from "@pos/host/cluster/log.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { pause } from "./support.ts";

/** Leader election, and that only the leader's fenced writes succeed: in a hundredth of the real time. */
const TIMES: LeaseTimes = {
  leaseMilliseconds: 300,
  holdMilliseconds: 220,
  renewMilliseconds: 80,
  pollMilliseconds: 20,
};

function newTable(): Table {
  return createMemoryTable({ streamFilter: [] }).table;
}

function candidateOf(table: Table, owner: string) {
  return createCandidate(table, owner, TIMES);
}

async function takenBy(candidate: ReturnType<typeof candidateOf>): Promise<Term> {
  return present(await candidate.take(), "a term");
}

describe("lease", () => {
  test("of many who want it at once, one gets it", async () => {
    const table = newTable();
    const candidates = Array.from({ length: 8 }, (_, index) => candidateOf(table, `host ${index}`));
    for (const number of [1, 2, 3]) {
      const terms = (await Promise.all(candidates.map((candidate) => candidate.take()))).flatMap((term) => term ?? []);
      expect(terms.map((term) => term.number)).toEqual([number]);
      // From here on they all see the same record, and regard it as expired at the same moment.
      await Promise.all(candidates.slice(1).map((candidate) => candidate.take()));
      await pause(TIMES.leaseMilliseconds + 10);
    }
  });

  test("lease: is not taken while it is renewed; is taken only after its owner has stopped", async () => {
    const table = newTable();
    const [first, second] = [candidateOf(table, "first"), candidateOf(table, "second")];
    const term = await takenBy(first);
    for (let count = 0; count < 6; count++) {
      await pause(TIMES.renewMilliseconds);
      expect(await second.take()).toBeUndefined();
      expect(await first.renew(term)).toBe(true);
    }
    expect(second.sawLeader()).toBe(true);
    let next: Term | undefined;
    while (!next) {
      const wasMine = term.isMine();
      next = await second.take();
      if (next) expect(wasMine).toBe(false);
      await pause(5);
    }
    expect(next.number).toBe(term.number + 1);
    expect(await first.renew(term)).toBe(false);
  });

  test("lease: cannot be renewed late by a paused owner, even when no other took it", async () => {
    const first = candidateOf(newTable(), "first");
    const term = await takenBy(first);
    await pause(TIMES.holdMilliseconds + 20);
    expect(term.isMine()).toBe(false);
    expect(await first.renew(term)).toBe(false);
    expect((await takenBy(first)).number).toBe(term.number + 1);
  });

  test("lease: refuses the renewal of an owner that was replaced, and the successor keeps it", async () => {
    const table = newTable();
    const first = createCandidate(table, "first", { ...TIMES, holdMilliseconds: 60_000 });
    const second = candidateOf(table, "second");
    const term = await takenBy(first);
    await second.take();
    await pause(TIMES.leaseMilliseconds + 20);
    const next = await takenBy(second);
    expect(term.isMine()).toBe(true);
    expect(await first.renew(term)).toBe(false);
    expect(term.isMine()).toBe(false);
    expect(await second.renew(next)).toBe(true);
    expect(await table.get({ pk: "lease#leader", sk: "LEASE" })).toMatchObject({ holder: "second", renewal: 1 });
  });

  test("one that is given back is the next one's at once", async () => {
    const table = newTable();
    const [first, second] = [candidateOf(table, "first"), candidateOf(table, "second")];
    await first.release(await takenBy(first));
    expect((await takenBy(second)).number).toBe(2);
  });

  test("lease: is taken again at once when the answer to taking it was lost", async () => {
    const table = newTable();
    let isLost = true;
    const lossy: Table = {
      ...table,
      async write(write) {
        const result = await table.write(write);
        if (!isLost) return result;
        isLost = false;
        throw new TableUnavailable("unknown", "The answer was lost");
      },
    };
    const first = candidateOf(lossy, "first");
    await expect(first.take()).rejects.toThrow("lost");
    expect((await takenBy(first)).number).toBe(2);
  });

  test("hosts that campaign: one leads at a time, and each ends its work before it gives the lease back", async () => {
    const table = newTable();
    let leading = 0;
    const terms: number[] = [];
    const campaigns = ["a", "b", "c"].map((owner) =>
      startElection({
        candidate: candidateOf(table, owner),
        times: TIMES,
        log: () => {},
        async lead({ number }) {
          expect(++leading).toBe(1);
          terms.push(number);
          return async () => {
            await pause(20);
            leading -= 1;
          };
        },
      }),
    );
    for (const campaign of campaigns) {
      await pause(150);
      expect(leading).toBe(1);
      await campaign.close();
    }
    expect(leading).toBe(0);
    expect(terms).toEqual(terms.map((_, index) => index + 1));
  });
});

describe("the leader's log", () => {
  const change = (number: number): Change => ({ key: { pk: "p", sk: `FACT#${number}` }, item: undefined });
  const stream = {
    async read(checkpoint: string | undefined) {
      const from = Number(checkpoint ?? 0);
      return { changes: [change(from + 1)], checkpoint: String(from + 1) };
    },
  };

  async function openLog(table: Table, term: Term) {
    const opened = await openTermLog({ reader: "book", stream, realtime: table, term, log: () => {} });
    onTestFinished(() => opened.close());
    return opened;
  }

  test("a next leader goes on where the last one was done", async () => {
    const table = newTable();
    const first = candidateOf(table, "first");
    const term = await takenBy(first);
    const log = await openLog(table, term);
    expect(log.loadCheckpoint("book")).toBeUndefined();
    log.saveCheckpoint("book", "41");
    log.saveCheckpoint("book", "42");
    await log.close();
    await first.release(term);
    const next = await openLog(table, await takenBy(candidateOf(table, "second")));
    expect(next.loadCheckpoint("book")).toBe("42");
  });

  test("one that does not lead any more reads nothing and moves no checkpoint, whatever it believes", async () => {
    const table = newTable();
    const first = candidateOf(table, "first");
    const term = await takenBy(first);
    const log = await openLog(table, term);
    log.saveCheckpoint("book", "1");
    await pause(1_100);
    // In production its own clock would have shown it; here it does not.
    const misled: Term = { ...term, isMine: () => true };
    const late = await openLog(table, misled);
    const second = candidateOf(table, "second");
    await second.take();
    await pause(TIMES.leaseMilliseconds + 20);
    const next = await openLog(table, await takenBy(second));
    next.saveCheckpoint("book", "7");
    await next.close();
    late.saveCheckpoint("book", "3");
    await late.close();
    expect((await table.get({ pk: "checkpoint#book", sk: "CHECKPOINT" }))?.checkpoint).toBe("7");
    expect(await log.stream.read("1", 10)).toEqual({ changes: [], checkpoint: "1" });
  });
});
