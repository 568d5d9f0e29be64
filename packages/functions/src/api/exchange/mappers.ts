export type { Exchange } from "@pos/core/selling/exchange/index.ts";
