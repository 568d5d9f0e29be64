import { assembleApi } from "./assemble.ts";
import { apiModules } from "./generated/modules.ts";

/** What the API's modules bring, put together once, when the process starts. */
export const { resolvers, topicField } = assembleApi(apiModules);
