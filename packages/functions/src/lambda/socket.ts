import { createSocketHandler } from "../realtime/handler.ts";
import { makeParts } from "./parts.ts";
import { makeRealtime } from "./realtime.ts";

const parts = makeParts("socket");

/** Subscriptions, behind the routes of a WebSocket API. */
export const handler = parts.observed(createSocketHandler(makeRealtime(parts)));
