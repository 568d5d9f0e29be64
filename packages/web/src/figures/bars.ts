import type { Scale } from "./scale.ts";

/** What was sold in an hour, a day or a month, and in the one that it is compared with. Minor units. */
export interface Bar {
  readonly key: string;
  /** Below the bar. */
  readonly label: string;
  /** In the tooltip and the table. */
  readonly title: string;
  readonly now: number;
  readonly before: number;
}

export interface Bars {
  readonly caption: string;
  readonly bars: readonly Bar[];
  readonly currency: string;
  readonly nowLabel: string;
  readonly beforeLabel: string;
}

export type ShownBars = Bars & { readonly scale: Scale };
