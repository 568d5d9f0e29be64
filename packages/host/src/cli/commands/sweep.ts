import { parseInstant } from "@pos/core/base/time.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { renewRecords } from "@pos/functions/jobs/renew.ts";
import { type Command, UsageError, withArguments } from "../../control/command.ts";

/** What runs by the clock, further back than its marks say. */
export const sweepCommand: Command<{ readonly since: string }> = {
  ...withArguments(
    {
      name: "sweep",
      about: `
Books every fact recorded since an instant that lacks an entry or one of its parts, as the clock does for what was recorded since
it last did. Safe while shops sell, and to run twice. "verify" says whether there are such facts.`,
      options: {
        since: { type: "string", value: "INSTANT", required: true, help: "the instant, or the day, e.g. 2026-11-01" },
      },
      examples: ["npm run -s pos -- sweep --since 2026-11-01"],
      exits: "0 done, 1 some could not be booked, 2 not understood",
    },
    ({ since: text }) => {
      const since = parseInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
      if (since === undefined) throw new UsageError("--since takes an instant or a day, e.g. --since 2026-11-01.");
      return { since };
    },
  ),
  summary: "books facts that were recorded and never booked",
  async run({ booking }, { since }, output) {
    const { facts, booked, failed, failure } = await reconcile(booking, { since });
    await output.line(`${facts} facts looked at, ${booked} booked, ${failed} cannot be booked`);
    if (failure !== undefined) await output.line(failure);
    const { doubles } = await renewRecords(booking);
    if (doubles > 0) await output.line(`${doubles} codes are used twice: see the exceptions`);
    return failed > 0 ? 1 : 0;
  },
};
