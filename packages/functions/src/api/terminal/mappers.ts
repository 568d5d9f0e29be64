export type { Terminal } from "@pos/core/people/terminal/index.ts";
