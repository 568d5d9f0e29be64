import { createApi } from "../graphql/api.ts";
import { makeParts } from "./parts.ts";

const { settings, table, clock, log } = makeParts();

/** GraphQL over HTTP, behind an HTTP API. */
export const handler = createApi({ table, clock, introspection: settings.introspection, log });
