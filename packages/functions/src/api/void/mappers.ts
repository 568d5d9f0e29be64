export type { VoidFact as SaleVoid } from "@pos/core/selling/void/index.ts";
