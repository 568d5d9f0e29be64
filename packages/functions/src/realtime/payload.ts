import { contextOf, type KnownToken, type RequestContext } from "../api/context.ts";
import type { LedgerEvent } from "../api/events.ts";
import { Work } from "../api/work.ts";
import type { Prepared } from "./documents.ts";
import { type Realtime, shownErrors } from "./realtime.ts";

/** API Gateway's message limit is 128 KB; the rest is for the id and the frame. */
const PAYLOAD_BYTES_MAX = 119 * 1024;

/** What a payload depends on besides the event: the same for all subscribers of a group. */
export interface PayloadContext {
  readonly prepared: Prepared;
  readonly known: KnownToken;
  /** Logged with masked errors, so that a client's report can be matched to the log. */
  readonly requestId: string;
}

/** The context of a subscriber, equivalent to that of an HTTP request. */
export function subscriberContext(
  { table, clock }: Realtime,
  known: KnownToken | undefined,
  requestId: string,
): RequestContext {
  return contextOf({ table, clock }, known, {
    headers: {},
    requestId,
    sourceIp: "",
    setCookie: () => {},
    work: new Work(),
  });
}

/** Executes the document for an event and serializes the result, without the sale if it exceeds the message limit. */
export async function payloadOf(
  realtime: Realtime,
  payloadContext: PayloadContext,
  event: LedgerEvent,
): Promise<string> {
  const whole = await executed(realtime, payloadContext, event);
  if (Buffer.byteLength(whole) <= PAYLOAD_BYTES_MAX) return whole;
  return executed(realtime, payloadContext, { ...event, withoutSale: true });
}

async function executed(
  realtime: Realtime,
  { prepared, known, requestId }: PayloadContext,
  event: LedgerEvent,
): Promise<string> {
  const { document, operationName, variables } = prepared;
  const { data, errors } = await realtime.run({
    schema: realtime.documents().schema,
    document,
    operationName,
    variableValues: variables,
    rootValue: event,
    contextValue: subscriberContext(realtime, known, requestId),
  });
  if (errors === undefined) return JSON.stringify({ data });
  return JSON.stringify({ errors: shownErrors(realtime, errors, requestId), data });
}
