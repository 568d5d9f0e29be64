import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context as LambdaContext } from "aws-lambda";
import type { Log } from "../../platform/log.ts";
import { createMeter, type Meter, type Usage } from "./meter.ts";

/**
 * Observability of a function on Lambda: its log, its metrics, and its cost per merchant.
 *
 * Two ids trace a request from the edge to its subscribers. The request id from API Gateway is in every log line of the
 * request; one of them, `usage`, also lists the facts it recorded. From there on the fact's id identifies the trace:
 * stream consumers log which record contained which key and what they booked. Neither id is stored in a fact, whose
 * bytes are hashed and the same on every machine.
 *
 * Spans come from Lambda's active tracing. A tracing library would add 135 KB to the 35 KB of logger and metrics and
 * increase their start-up from 11 ms to 32 ms (medians of 11 processes, each beside an empty function).
 */
export interface Observation {
  readonly log: Log;
  readonly meter: Meter;
  /** Adds to a metric of this event. */
  readonly count: (metric: Metric, value: number) => void;
  /** Wraps a function: its log lines carry the event's id, and its metrics are written when it ends. */
  readonly observed: <Event, Answer>(
    handle: (event: Event, context?: LambdaContext) => Promise<Answer>,
  ) => (event: Event, context?: LambdaContext) => Promise<Answer>;
}

/**
 * The metrics that CloudWatch stores by function and stage. Every series costs money, so the merchant is never a
 * dimension: there are a few dozen series regardless of the number of merchants. The cost per merchant is in the
 * `usage` log lines, which Logs Insights sums: `filter message = "usage" | stats sum(writeUnits), sum(readUnits),
 * sum(milliseconds) by merchantId`.
 */
export type Metric =
  | "SalesRecorded"
  | "FactsRecorded"
  | "FactsBooked"
  /** Facts that the booking consumer failed to book in this batch. */
  | "BookingFailures"
  /** Facts that the stream lost and the reconciliation job booked. */
  | "UnbookedFacts"
  /** Facts that the reconciliation job cannot book. */
  | "UnbookableFacts"
  /** Gaps in receipt numbers that stay open. */
  | "OpenGaps"
  | "MessagesPosted"
  | "SendingsQueued"
  | "MailsSent"
  /** Delivery attempts that did not send, including those that will be retried. */
  | "MailsNotSent"
  /** Messages of the mail queue that will be delivered again. */
  | "MailFailures"
  /** Reports of a day whose ledger does not reconcile. */
  | "UnreconciledReports";

const NAMESPACE = "pos";

export function observe(options: { readonly name: string; readonly stage: string }): Observation {
  const { name: serviceName, stage } = options;
  const logger = new Logger({ serviceName, persistentKeys: { stage } });
  const metrics = new Metrics({ namespace: NAMESPACE, serviceName, defaultDimensions: { stage } });
  const meter = createMeter();
  const counts = new Map<Metric, number>();
  const count = (metric: Metric, value: number) => void counts.set(metric, (counts.get(metric) ?? 0) + value);

  function finish(milliseconds: number): void {
    const usages = meter.take();
    const units = sumOf(usages, ([, usage]) => unitsOf(usage));
    for (const [merchantId, usage] of usages) {
      const { recorded, booked, posted, readUnits, writeUnits } = usage;
      if (recorded.length > 0) count("FactsRecorded", recorded.length);
      const sales = recorded.filter((id) => id.startsWith("sal_")).length;
      if (sales > 0) count("SalesRecorded", sales);
      if (booked.length > 0) count("FactsBooked", booked.length);
      if (posted > 0) count("MessagesPosted", posted);
      // Work on the directory belongs to no merchant.
      if (merchantId === "") continue;
      const share = rounded((milliseconds * unitsOf(usage)) / (units - unitsOf(usages.get(""))));
      logger.info("usage", {
        ...{ merchantId, readUnits, writeUnits, posted, milliseconds: share },
        ...(recorded.length > 0 ? { recorded } : {}),
        ...(booked.length > 0 ? { booked } : {}),
      });
    }
    if (counts.size === 0) return;
    for (const [metric, value] of counts) metrics.addMetric(metric, MetricUnit.Count, value);
    counts.clear();
    metrics.publishStoredMetrics();
  }

  return {
    log: ({ level, event, time: _, message, ...more }) =>
      logger[level](String(event), message === undefined ? more : { ...more, detail: message }),
    meter,
    count,
    observed: (handle) => async (event, context) => {
      const startedAt = performance.now();
      logger.appendKeys(namesOf(event, context));
      try {
        return await handle(event, context);
      } finally {
        finish(performance.now() - startedAt);
        logger.resetKeys();
      }
    },
  };
}

/** The event's id: API Gateway's if it came from there, else Lambda's. */
function namesOf(event: unknown, context: LambdaContext | undefined): { readonly [name: string]: string } {
  const { requestContext, headers } = (event ?? {}) as TracedEvent;
  const requestId = requestContext?.requestId ?? context?.awsRequestId;
  // Clients can set this header, so only a well-formed id is taken from it.
  const traceId = TRACE_ID.exec(headers?.["x-amzn-trace-id"] ?? "")?.[0];
  return { ...(requestId === undefined ? {} : { requestId }), ...(traceId === undefined ? {} : { traceId }) };
}

interface TracedEvent {
  readonly requestContext?: { readonly requestId?: string };
  readonly headers?: { readonly [name: string]: string | undefined };
}

const TRACE_ID = /\b1-[0-9a-f]{8}-[0-9a-f]{24}\b/;

function unitsOf(usage: Usage | undefined): number {
  return usage ? usage.readUnits + usage.writeUnits : 0;
}

function sumOf<T>(values: Iterable<T>, of: (value: T) => number): number {
  let sum = 0;
  for (const value of values) sum += of(value);
  return sum;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
