import { rebuildBalances } from "@pos/core/ledger/index.ts";
import { books } from "../../books.ts";
import type { MigrationStep } from "./migrate.ts";
import { everyLedger } from "./walk.ts";

/**
 * The format that this program reads and writes, and the steps that lead to it. Steps are never removed or reordered.
 */
export const FORMAT = 3;

export const STEPS: readonly MigrationStep[] = [
  {
    from: 1,
    name: "the folder gets an id",
    phase: "expand",
    async run({ folder }) {
      folder?.ensureId();
    },
  },
  {
    from: 2,
    name: "day totals know their hours",
    phase: "backfill",
    run: everyLedger(async ({ table, clock }, ledger) => {
      await rebuildBalances({ table, clock, books }, ledger);
    }),
  },
];
