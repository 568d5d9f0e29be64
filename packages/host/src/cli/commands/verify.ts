import { ENTRY_SK_PREFIX, type LedgerRef, readHead, verify } from "@pos/core/ledger/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { type Command, withArguments } from "../../control/command.ts";
import { allLedgers } from "../../single/ledgers.ts";

/** Verifies every ledger of every merchant; reads only, and blocks no other command. */
export const verifyCommand: Command<null> = {
  ...withArguments(
    {
      name: "verify",
      about: `
Replays every ledger of every merchant and compares what is stored with what the facts say. Changes nothing, and may run
while the shop sells. Prints a line for each difference (its class, what it is about, what is wrong), at most 100 of them;
the last line is "0 differences" or "N differences". What differs is mended by "rebuild".`,
      examples: ["npm run -s pos -- verify"],
      exits: "0 no differences, 1 differences or a failure, 2 not understood",
    },
    () => null,
  ),
  summary: "proves every ledger: entries, chains and balances against the facts",
  async run(system, _, output) {
    const started = performance.now();
    const ledgers: LedgerRef[] = [];
    let [entriesThere, entriesRead] = [0, 0];
    for await (const ledger of allLedgers(system.table)) {
      ledgers.push(ledger);
      entriesThere += (await readHead(system.table, ledger.merchantId, ledger.ledgerId)).position;
    }
    const table = watched(system.table, (entries) => {
      entriesRead += entries;
      output.progress(entriesRead, Math.max(entriesThere, entriesRead), "entries");
    });
    const total = { entries: 0, facts: 0, balances: 0, differences: 0 };
    for (const ledger of ledgers) {
      const { differences, ...counted } = await verify({ ...system.booking, table }, ledger);
      total.entries += counted.entries;
      total.facts += counted.facts;
      total.balances += counted.balances;
      for (const { class: kind, subject, detail } of differences) {
        total.differences++;
        if (total.differences <= DIFFERENCES_SHOWN) await output.line(`${kind} ${subject}: ${detail}`);
      }
    }
    const hidden = total.differences - DIFFERENCES_SHOWN;
    if (hidden > 0) await output.line(`... and ${hidden} more`);
    await output.line(
      `${ledgers.length} ledgers, ${total.entries} entries, ${total.facts} facts, ${total.balances} balances in ${seconds(started)} s, peak memory ${peakMegabytes()} MB`,
    );
    await output.line(`${total.differences} differences`);
    return total.differences === 0 ? 0 : 1;
  },
};

const DIFFERENCES_SHOWN = 100;

export function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

/** Of the process that runs the command. */
function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** A table that reports the entries read from it: reading them takes the time. */
function watched(table: Table, tell: (entries: number) => void): Table {
  return {
    ...table,
    async batchGet(keys) {
      const items = await table.batchGet(keys);
      const entries = keys.filter(({ sk }) => sk.startsWith(ENTRY_SK_PREFIX)).length;
      if (entries > 0) tell(entries);
      return items;
    },
  };
}
