import { createSocketHandler } from "../realtime/handler.ts";
import { createDependencies } from "./dependencies.ts";
import { createLambdaRealtime } from "./realtime.ts";

const dependencies = createDependencies("socket");

/** Subscriptions, behind the routes of a WebSocket API. */
export const handler = dependencies.observed(createSocketHandler(createLambdaRealtime(dependencies)));
