import type { ParkedSale } from "@pos/core/selling/parked/index.ts";

export type { ParkedSale } from "@pos/core/selling/parked/index.ts";

export interface ParkedSaleLine {
  readonly parked: ParkedSale;
  readonly line: ParkedSale["lines"][number];
  readonly number: number;
}
