import type { Outcome } from "./attack.ts";
import { LIMITS } from "./limits.ts";
import type { Sold } from "./seller.ts";
import type { Health } from "./watcher.ts";

/** What one attack came to in one run. */
export interface Measured {
  readonly id: string;
  readonly healthShare: number;
  readonly healthP99: number;
  readonly healthLongest: number;
  readonly residentMegabytes: number;
  readonly saleMedian: number;
  readonly saleP99: number;
  readonly storedMegabytes: number;
  readonly figures: Outcome["figures"];
  /** What missed a limit, in words; empty: it was withstood. */
  readonly misses: readonly string[];
  /** A miss is no matter of time: another run would show the same. */
  readonly isCertain: boolean;
}

export interface Window {
  readonly health: Health;
  readonly sold: Sold;
  readonly residentMegabytes: number;
  readonly storedMegabytes: number;
  readonly outcome: Outcome;
  readonly complaints: readonly string[];
}

export function measured(id: string, { health, sold, outcome, complaints, ...window }: Window): Measured {
  const waits = [...health.milliseconds].sort((a, b) => a - b);
  const sales = [...sold.milliseconds].sort((a, b) => a - b);
  const within = waits.filter((milliseconds) => milliseconds <= LIMITS.healthMilliseconds).length;
  const figures = {
    healthShare: waits.length === 0 ? 0 : within / waits.length,
    healthP99: at(waits, 0.99),
    healthLongest: at(waits, 1),
    saleMedian: at(sales, 0.5),
    saleP99: at(sales, 0.99),
    ...window,
  };
  const { healthShare, healthLongest, saleP99, residentMegabytes, storedMegabytes } = figures;
  const misses = [
    ...(healthShare < LIMITS.healthShare
      ? [`only ${(healthShare * 100).toFixed(1)} % of /health within ${LIMITS.healthMilliseconds} ms`]
      : []),
    ...above("/health", healthLongest, LIMITS.healthLongestMilliseconds, "ms"),
    ...above("memory", residentMegabytes, LIMITS.residentMegabytes, "MB"),
    ...above("a sale", saleP99, LIMITS.saleMilliseconds, "ms"),
    ...above("stored", storedMegabytes, LIMITS.storedMegabytes, "MB"),
    ...(health.refused > 0 ? [`${health.refused} of /health were not 200`] : []),
  ];
  const certain = [...outcome.wrong, ...sold.complaints, ...complaints];
  return {
    id,
    ...figures,
    figures: outcome.figures,
    misses: [...certain, ...misses],
    isCertain: certain.length > 0,
  };
}

function above(what: string, value: number, limit: number, unit: string): string[] {
  return value <= limit ? [] : [`${what} ${Math.round(value)} ${unit}`];
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Of several runs the one in the middle, by how much it missed. */
export function median(runs: readonly Measured[]): Measured {
  const certain = runs.find(({ isCertain }) => isCertain);
  if (certain) return certain;
  const sorted = [...runs].sort((a, b) => a.misses.length - b.misses.length || a.healthLongest - b.healthLongest);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!middle) throw new Error("There was no run");
  return middle;
}

const COLUMNS = ["attack", "/health p99", "longest", "memory", "sale p50", "p99", "stored", "result"] as const;

export function tableOf(rows: readonly Measured[]): string {
  const cells = rows.map((row) => [
    row.id,
    `${Math.round(row.healthP99)} ms`,
    `${Math.round(row.healthLongest)} ms`,
    `${Math.round(row.residentMegabytes)} MB`,
    `${Math.round(row.saleMedian)} ms`,
    `${Math.round(row.saleP99)} ms`,
    `${row.storedMegabytes.toFixed(1)} MB`,
    row.misses.length === 0 ? "withstood" : row.misses.join("; "),
  ]);
  const widths = COLUMNS.map((name, index) => {
    const isLast = index === COLUMNS.length - 1;
    return isLast ? 0 : Math.max(name.length, ...cells.map((row) => row[index]?.length ?? 0));
  });
  const line = (row: readonly string[]) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ");
  return [COLUMNS, ...cells].map((row) => line(row).trimEnd()).join("\n");
}
