import { type ReconcileResult, reconcile } from "../jobs/reconcile.ts";
import { renewRecords } from "../jobs/renew.ts";
import { createDependencies } from "./dependencies.ts";

const { booking, log, count, observed } = createDependencies("sweep");

/** Runs the reconciliation job on a schedule: books what the stream lost and raises gaps in receipt numbers. */
export const handler = observed(async (): Promise<ReconcileResult> => {
  const result = await reconcile(booking);
  const { lost, failed, openGaps } = result;
  log({ level: failed > 0 ? "error" : lost > 0 ? "warn" : "info", event: "sweep", ...result });
  count("UnbookedFacts", lost);
  count("UnbookableFacts", failed);
  count("OpenGaps", openGaps);
  const { renewed, doubles } = await renewRecords(booking);
  if (renewed > 0) log({ level: doubles > 0 ? "warn" : "info", event: "renewal", renewed, doubles });
  return result;
});
