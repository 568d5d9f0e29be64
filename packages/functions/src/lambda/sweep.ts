import { type Swept, sweep } from "../schedule/sweep.ts";
import { makeParts } from "./parts.ts";

const { booking, log } = makeParts();

/** By the clock: books what the stream lost, and raises gaps in receipt numbers. */
export async function handler(): Promise<Swept> {
  const swept = await sweep(booking);
  log({ level: swept.booked > 0 ? "warn" : "info", event: "sweep", ...swept });
  return swept;
}
