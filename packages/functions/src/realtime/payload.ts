import { contextOf, type KnownToken, type RequestContext } from "../api/context.ts";
import type { LedgerEvent } from "../api/events.ts";
import type { Prepared } from "./documents.ts";
import { type Realtime, shownErrors } from "./realtime.ts";

/** A gateway's message holds 128 KB; the rest is for the id and the frame around it. */
const PAYLOAD_BYTES_MAX = 119 * 1024;

/** Who asks for what: the same for all subscribers of one group. */
export interface Delivery {
  readonly prepared: Prepared;
  readonly known: KnownToken;
  /** Beside an error that is masked, for whoever reads the log. */
  readonly requestId: string;
}

/** A context that stands for a subscriber as an HTTP request would. */
export function subscriberContext(
  { table, clock }: Realtime,
  known: KnownToken | undefined,
  requestId: string,
): RequestContext {
  return contextOf({ table, clock }, known, { headers: {}, requestId, setCookie: () => {} });
}

/** The payload of an event as text: the document executed once, without what would not fit into a message. */
export async function payloadOf(realtime: Realtime, delivery: Delivery, event: LedgerEvent): Promise<string> {
  const whole = await executed(realtime, delivery, event);
  if (Buffer.byteLength(whole) <= PAYLOAD_BYTES_MAX) return whole;
  return executed(realtime, delivery, { ...event, withoutSale: true });
}

async function executed(
  realtime: Realtime,
  { prepared, known, requestId }: Delivery,
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
