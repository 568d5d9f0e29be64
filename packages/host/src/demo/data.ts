import data from "./data.json" with { type: "json" };

/**
 * The data that `scripts/make-demo-data.mjs` extracted; README.md describes its origin and licence. Amounts are pence.
 */
export interface DemoData {
  readonly categories: readonly string[];
  readonly goods: readonly DemoArticle[];
  readonly sales: readonly DemoSale[];
}

export interface DemoArticle {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly price: number;
  readonly cost: number;
  /** The opening stock: enough for all sales, with some left over. */
  readonly stock: number;
  readonly barcode?: string;
  readonly zeroRated?: boolean;
}

export interface DemoSale {
  /** How many days ago; 0 is today. */
  readonly day: number;
  /** The minute of the day in the location's time zone. */
  readonly minute: number;
  readonly terminal: number;
  readonly method: "CASH" | "CARD" | "QR_CODE";
  /** The cash tendered. */
  readonly tendered?: number;
  /** Indexes in the list of goods. */
  readonly goods: readonly number[];
  readonly quantities: readonly number[];
}

export const demoData = data as DemoData;
