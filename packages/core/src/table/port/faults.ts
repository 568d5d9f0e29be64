import type { Reason, Table, TransactResult } from "./port.ts";
import { TableUnavailable } from "./port.ts";

/**
 * `before`: the operation fails and nothing is done. `after`: it is done, but the caller gets "unknown". `slow`: it is
 * delayed. `conflict`: a transaction loses a race.
 */
export type Fault = "before" | "after" | "slow" | "conflict";

export interface FaultOptions {
  readonly random: () => number;
  /** The probability of each fault, 0 to 1. Default 0. */
  readonly rates?: { readonly [fault in Fault]?: number };
  /** Implements the delay of a slow operation. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly slowMillisecondsMax?: number;
  /** Called before `rates` apply, to choose the fault of a single call. */
  readonly onCall?: (call: { readonly operation: keyof Table; readonly number: number }) => Fault | undefined;
}

export interface FaultyTable {
  readonly table: Table;
  /** The number of faults injected so far. */
  readonly counters: { readonly [fault in Fault]: number };
  /**
   * Injects the fault into the next `times` operations that it applies to: "after" only into writes, "conflict" only
   * into transactions.
   */
  failNext(fault: Fault, times: number): void;
  setRates(rates: { readonly [fault in Fault]?: number }): void;
}

const READS: readonly Fault[] = ["before", "slow"];
const WRITES: readonly Fault[] = ["before", "after", "slow"];
const TRANSACTIONS: readonly Fault[] = ["before", "after", "slow", "conflict"];

/** Injects network faults at the port, so that one wrapper serves every adapter. */
export function withFaults(table: Table, options: FaultOptions): FaultyTable {
  const { random } = options;
  const sleep = options.sleep ?? (async () => {});
  const counters = { before: 0, after: 0, slow: 0, conflict: 0 };
  const scripted: Fault[] = [];
  let rates = options.rates ?? {};
  let calls = 0;

  function drawFault(operation: keyof Table, possible: readonly Fault[]): Fault | undefined {
    calls += 1;
    const chosen = options.onCall?.({ operation, number: calls });
    if (chosen !== undefined && possible.includes(chosen)) return chosen;
    const next = scripted.findIndex((fault) => possible.includes(fault));
    if (next >= 0) return scripted.splice(next, 1)[0];
    return possible.find((fault) => random() < (rates[fault] ?? 0));
  }

  async function run<T>(
    operation: keyof Table,
    possible: readonly Fault[],
    call: () => Promise<T>,
    lost: () => T,
  ): Promise<T> {
    const fault = drawFault(operation, possible);
    if (fault === undefined) return call();
    counters[fault] += 1;
    if (fault === "before") throw new TableUnavailable("none", `Injected: ${operation} refused`);
    if (fault === "conflict") return lost();
    if (fault === "slow") {
      await sleep(1 + Math.floor(random() * (options.slowMillisecondsMax ?? 1000)));
      return call();
    }
    await call();
    throw new TableUnavailable("unknown", `Injected: the answer to ${operation} was lost`);
  }
  const never = () => {
    throw new Error("Only a transaction conflicts");
  };

  return {
    counters,
    table: {
      get: (key) => run("get", READS, () => table.get(key), never),
      batchGet: (keys) => run("batchGet", READS, () => table.batchGet(keys), never),
      query: (query) => run("query", READS, () => table.query(query), never),
      queryIndex: (query) => run("queryIndex", READS, () => table.queryIndex(query), never),
      write: (write) => run("write", WRITES, () => table.write(write), never),
      transact: (writes) =>
        run(
          "transact",
          TRANSACTIONS,
          () => table.transact(writes),
          () => conflictAmong(writes.length, random),
        ),
    },
    failNext(fault, times) {
      for (let count = 0; count < times; count++) scripted.push(fault);
    },
    setRates(next) {
      rates = next;
    },
  };
}

function conflictAmong(count: number, random: () => number): TransactResult {
  const reasons = new Array<Reason>(count).fill("none");
  reasons[Math.floor(random() * count)] = "conflict";
  return { ok: false, reasons };
}
