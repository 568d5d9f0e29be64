import { rebuildBalances } from "@pos/core/ledger/index.ts";
import type { LocalEngine } from "@pos/core/table/engine.ts";
import { books } from "../books.ts";
import { systemClock } from "../clock.ts";
import type { Log } from "../graphql/errors.ts";
import { folderId, giveFolderId } from "./folder.ts";
import { allLedgers } from "./ledgers.ts";

/**
 * The format of a data folder is a number in its table. A newer one than this program's is refused; an older one is brought
 * up step by step, each recorded when it is done, so that an upgrade that was killed goes on where it was.
 */
export const FORMAT = 3;

export interface UpgradeStep {
  /** The format that it starts from; it ends at the next one. */
  readonly from: number;
  readonly name: string;
  /** Safe to run again on a folder that it has changed in part or wholly. */
  readonly run: (folder: FolderToUpgrade) => Promise<void>;
}

export interface FolderToUpgrade {
  readonly path: string;
  readonly engine: LocalEngine;
}

const STEPS: readonly UpgradeStep[] = [
  {
    from: 1,
    name: "the folder gets an id",
    async run({ path }) {
      if (folderId(path) === undefined) giveFolderId(path);
    },
  },
  {
    from: 2,
    name: "day totals know their hours",
    async run({ engine }) {
      const context = { table: engine.table, clock: systemClock, books };
      for await (const ledger of allLedgers(engine.table)) await rebuildBalances(context, ledger);
    },
  },
];

/** A folder that this program cannot use; the message says what to do. */
export class FormatUnknown extends Error {
  override readonly name = "FormatUnknown";
}

/** @throws FormatUnknown */
export async function bringToFormat(
  folder: FolderToUpgrade,
  log: Log,
  { steps, format }: { readonly steps: readonly UpgradeStep[]; readonly format: number } = {
    steps: STEPS,
    format: FORMAT,
  },
): Promise<void> {
  const { path, engine } = folder;
  const stored = engine.getMeta("format");
  if (stored === undefined) {
    if (folderId(path) === undefined) giveFolderId(path);
    await engine.putMeta("format", String(format));
    return;
  }
  for (let at = formatNumber(stored, path, format); at < format; at++) {
    const step = steps.find(({ from }) => from === at);
    if (!step)
      throw new FormatUnknown(`The data folder ${path} has format ${at}, which no program can bring up to date.`);
    log({ level: "info", event: "upgrade", from: at, to: at + 1, step: step.name });
    await step.run(folder);
    await engine.putMeta("format", String(at + 1));
  }
  // Whoever deleted it: without an id no command finds the running process.
  if (folderId(path) === undefined) giveFolderId(path);
}

/** @throws FormatUnknown */
export function formatNumber(stored: string, where: string, format = FORMAT): number {
  const number = Number(stored);
  if (!/^\d{1,6}$/.test(stored)) throw new FormatUnknown(`${where} has format "${stored}", which is no format number.`);
  if (number > format) {
    throw new FormatUnknown(
      `${where} has format ${stored}, and this program knows formats up to ${format}: run the newer program that wrote it.`,
    );
  }
  return number;
}
