export type { KnownCaller as Me } from "@pos/core/people/access/index.ts";
