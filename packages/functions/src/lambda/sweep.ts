import { type Swept, sweep } from "../jobs/reconcile.ts";
import { makeParts } from "./parts.ts";

const { booking, log, count, observed } = makeParts("sweep");

/** Runs the reconciliation job on a schedule: books what the stream lost and raises gaps in receipt numbers. */
export const handler = observed(async (): Promise<Swept> => {
  const swept = await sweep(booking);
  const { lost, failed, openGaps } = swept;
  log({ level: failed > 0 ? "error" : lost > 0 ? "warn" : "info", event: "sweep", ...swept });
  count("UnbookedFacts", lost);
  count("UnbookableFacts", failed);
  count("OpenGaps", openGaps);
  return swept;
});
