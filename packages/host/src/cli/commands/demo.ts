import { fromScaled } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { type Command, CommandFailed, withArguments } from "../../control/command.ts";
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
  ...withArguments(
    {
      name: "demo",
      about: `
Terminals DEMO-1, DEMO-2, ... sell what the catalogue has, each a sale every few seconds, by the command that real terminals
use. Look at the dashboard meanwhile; stop it with Ctrl+C. The sales are real ones: use it on a shop that is for trying.`,
      options: {
        terminals: { type: "whole", from: 1, to: 50, default: 5, help: "how many, 1 to 50" },
        every: {
          type: "whole",
          from: 1,
          to: 3600,
          default: 4,
          value: "SECONDS",
          help: "between two sales of a terminal, on average",
        },
        sales: {
          type: "whole",
          from: 1,
          to: 1_000_000,
          help: "stops after so many; absent: goes on until it is stopped",
        },
        location: { type: "string", value: "CODE|ID", help: "the location's code or id; absent: the first" },
        merchant: { type: "string", value: "ID", help: "needed when there are several" },
      },
      examples: ["npm run -s pos -- demo --terminals 5"],
      exits: "0 done, 1 a failure, 2 not understood, 130 stopped by Ctrl+C",
    },
    ({ terminals, every, sales = null, location = null, merchant = null }) => ({
      terminals,
      seconds: every,
      sales,
      location,
      merchantId: merchant,
    }),
  ),
  summary: "lets simulated terminals sell, so that the dashboard moves",
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
