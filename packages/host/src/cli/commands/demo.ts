import { fromScaled } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { type Command, CommandFailed, UsageError } from "../../control/command.ts";
import type { System } from "../../control/system.ts";
import { openLiveDemo } from "../demo-terminals.ts";

type Wanted = {
  readonly terminals: number;
  readonly seconds: number;
  readonly sales: number | null;
  readonly location: string | null;
  readonly merchantId: string | null;
};

/** Terminals that sell by themselves, so that the dashboard moves. */
export const demoCommand: Command<Wanted> = {
  name: "demo",
  summary: "lets simulated terminals sell, so that the dashboard moves",
  help: `
Usage: npm run -s pos -- demo [--terminals N] [--every SECONDS] [--sales N] [--location CODE|ID] [--merchant ID]

Terminals DEMO-1, DEMO-2, ... sell what the catalogue has, each a sale every few seconds, by the command that real terminals
use. Look at the dashboard meanwhile; stop it with Ctrl+C. The sales are real ones: use it on a shop that is for trying.

  --terminals N     how many, 1 to 50; absent: 5
  --every SECONDS   between two sales of a terminal, on average; absent: 4
  --sales N         stops after so many; absent: goes on until it is stopped
  --location        the location's code or id; absent: the first
  --merchant ID     needed when there are several

Example:
  npm run -s pos -- demo --terminals 5

Exit codes: 0 done, 1 a failure, 2 not understood, 130 stopped by Ctrl+C.`,
  parse(words) {
    const said: { [name: string]: string | undefined } = {};
    for (let at = 0; at < words.length; at += 2) {
      const [name = "", value] = words.slice(at, at + 2);
      if (!OPTIONS.has(name)) throw new UsageError(`demo knows nothing of "${name}".`);
      if (value === undefined || value === "") throw new UsageError(`${name} needs a value.`);
      said[name] = value;
    }
    return {
      terminals: whole(said, "--terminals", 5, 50),
      seconds: whole(said, "--every", 4, 3600),
      sales: said["--sales"] === undefined ? null : whole(said, "--sales", 1, 1_000_000),
      location: said["--location"] ?? null,
      merchantId: said["--merchant"] ?? null,
    };
  },
  async run(system, { terminals, seconds, sales, location, merchantId }, output) {
    const demo = await openLiveDemo({
      table: system.table,
      clock: system.clock,
      merchantId: await merchantFor(system, merchantId),
      ...(location === null ? {} : { location }),
      terminals,
      secondsBetween: seconds,
    });
    if (!demo)
      throw new CommandFailed(
        "There is no such location, nobody who works there, or nothing in the catalogue that has a price.",
      );
    const { currency } = demo.merchant;
    await output.line(`${terminals} terminals sell at ${demo.location.name}. Stop with Ctrl+C.`);
    let [left, stopped] = [sales ?? Number.POSITIVE_INFINITY, false];
    const goesOn = () => !stopped && left > 0;
    const all = Array.from({ length: terminals }, (_, terminal) =>
      demo.sell(terminal, goesOn, async ({ receiptNumber, lines, total }) => {
        left -= 1;
        const amount = fromScaled(total, minorDigits(currency));
        await output.line(`${receiptNumber}  ${lines} ${lines === 1 ? "line" : "lines"}  ${amount} ${currency}`);
      }),
    );
    try {
      await Promise.all(all);
    } finally {
      // When one ends, for whatever reason, the others do too.
      stopped = true;
    }
    return 0;
  },
};

const OPTIONS = new Set(["--terminals", "--every", "--sales", "--location", "--merchant"]);

function whole(
  said: { readonly [name: string]: string | undefined },
  name: string,
  absent: number,
  most: number,
): number {
  const text = said[name];
  if (text === undefined) return absent;
  const value = Number(text);
  if (!/^\d{1,7}$/.test(text) || value < 1 || value > most)
    throw new UsageError(`${name} takes a number from 1 to ${most}.`);
  return value;
}

async function merchantFor({ table }: System, wanted: string | null): Promise<string> {
  const all: string[] = [];
  for await (const id of allMerchants(table)) all.push(id);
  if (wanted !== null && all.includes(wanted)) return wanted;
  if (wanted !== null) throw new CommandFailed(`There is no merchant ${wanted}.`);
  const [only] = all;
  if (only === undefined) throw new CommandFailed("There is no merchant yet: npm start makes a demo shop.");
  if (all.length > 1)
    throw new CommandFailed(`There are several merchants: name one by --merchant (${all.join(", ")}).`);
  return only;
}
