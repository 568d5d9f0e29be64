import { type LedgerRef, rebuildBalances, rebuildEntries, rebuildGuards } from "@pos/core/ledger/index.ts";
import { type Command, type Output, UsageError, withArguments } from "../../control/command.ts";
import type { System } from "../../control/system.ts";
import { allLedgers } from "../../single/ledgers.ts";
import { seconds } from "./verify.ts";

/** Rebuilds balances from entries, and guards and entries from facts. */
export const rebuildCommand: Command<{ readonly entries: boolean }> = {
  ...withArguments(
    {
      name: "rebuild",
      about: `
Computes every balance anew from the entries of its ledger, and every guard from the facts that use it, writes those that
differ, and says how many that was. May run while the shop sells.`,
      options: {
        entries: {
          type: "boolean",
          help: 'also makes the entries anew from their facts, in the order that they have; for ledgers whose entries "verify" found wrong. Nothing is booked meanwhile: stop selling first.',
        },
        yes: { type: "boolean", help: "says that selling has stopped" },
      },
      examples: ["npm run -s pos -- rebuild", "npm run -s pos -- rebuild --entries --yes"],
      exits: "0 done, 1 a failure, 2 not understood",
    },
    ({ entries, yes }) => {
      if (entries && !yes)
        throw new UsageError("Entries are made anew with selling stopped: stop it, then say so with --yes.");
      return { entries };
    },
  ),
  summary: "makes balances and guards anew (and, when asked to, entries from facts)",
  alone: true,
  run: (system, { entries }, output) =>
    entries ? system.whileBookingIsPaused(() => rebuildAll(system, true, output)) : rebuildAll(system, false, output),
};

async function rebuildAll(system: System, withEntries: boolean, output: Output): Promise<number> {
  const started = performance.now();
  const rebuild = withEntries ? rebuildEntries : rebuildBalances;
  const ofMerchant = new Map<string, LedgerRef[]>();
  let [ledgers, entries, balances, guards] = [0, 0, 0, 0];
  for await (const ledger of allLedgers(system.table)) {
    const rebuilt = await rebuild(system.booking, ledger);
    ofMerchant.set(ledger.merchantId, [...(ofMerchant.get(ledger.merchantId) ?? []), ledger]);
    ledgers++;
    entries += rebuilt.entries;
    balances += rebuilt.balances;
    output.progress(ledgers, undefined, "ledgers");
    if (rebuilt.balances > 0) await output.line(`${ledger.ledgerId}: ${rebuilt.balances} balances differed`);
  }
  for (const [merchantId, own] of ofMerchant) {
    guards += await rebuildGuards(system.booking, merchantId, own);
    output.progress(ledgers, undefined, "ledgers");
  }
  const made = withEntries ? "made anew" : "read";
  await output.line(`${ledgers} ledgers, ${entries} entries ${made} in ${seconds(started)} s`);
  await output.line(`${balances} balances and ${guards} guards differed and were written`);
  return 0;
}
