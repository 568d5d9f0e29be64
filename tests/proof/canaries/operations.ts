import type { Canary } from "./canary.ts";

/** What repairs and changes the books beside selling: failed batches, the sweep, a restore's epoch, migrations, envelopes. */
export const OPERATIONS: readonly Omit<Canary, "targets">[] = [
  {
    name: "failed-batch-deleted-before-booking",
    file: "functions/src/jobs/dead-letters/replay.ts",
    changes: [["const replayed = { name,", "await store.remove(name); const replayed = { name,"]],
    caughtBy: "target: a failed batch goes only once it is booked",
  },
  {
    name: "failed-batch-deleted-unbooked",
    file: "functions/src/jobs/dead-letters/replay.ts",
    changes: [["replayed.failed.length === 0", "replayed.failed.length >= 0"]],
    caughtBy: "target: a failed batch with a fact that cannot be booked stays",
  },
  {
    name: "failed-batch-believed",
    file: "functions/src/jobs/dead-letters/replay.ts",
    changes: [["if (item === undefined)", 'if (item === undefined) return "booked"; if (item === undefined)']],
    caughtBy: "target: a fact that the table does not have is reported",
  },
  {
    name: "sweep-stopped-by-poison",
    file: "functions/src/jobs/reconcile.ts",
    changes: [["failures.set(factId,", "throw error; failures.set(factId,"]],
    caughtBy: "target: the sweep goes on past what cannot be booked",
  },
  {
    name: "epoch-raised-twice",
    file: "core/src/ledger/head.ts",
    changes: [
      [
        'item: { ...raisedMarkKey(ledger, restore) }, if: { is: "absent" } }',
        "item: { ...raisedMarkKey(ledger, restore) } }",
      ],
    ],
    caughtBy: "target: an epoch is raised once for a restore",
  },
  {
    name: "migration-over-a-sale",
    file: "functions/src/jobs/migrate/walk.ts",
    changes: [["Object.keys(to).length === 0", "Object.keys(to).length >= 0"]],
    caughtBy: "target: a migration does not write over a sale",
  },
  {
    name: "migration-from-the-beginning",
    file: "functions/src/jobs/migrate/walk.ts",
    changes: [["after === undefined ? undefined : (JSON.parse(after) as Cursor)", "undefined as Cursor | undefined"]],
    caughtBy: "target: a migration goes on where it was",
  },
  {
    name: "newer-envelope-guessed",
    file: "core/src/ledger/envelope.ts",
    changes: [["if (v > known)", "if (v < 0)"]],
    caughtBy: "target: a fact of a newer version is not booked",
  },
];
