import data from "./data.json" with { type: "json" };

/** What `scripts/make-demo-data.mjs` took from the real data; README.md says what it is and whose. Amounts are pence. */
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
  /** Pieces when the shop opened: enough for all sales, and some left. */
  readonly stock: number;
  readonly barcode?: string;
  readonly zeroRated?: boolean;
}

export interface DemoSale {
  /** How many days ago; 0: today. */
  readonly day: number;
  /** Of the day, by the location's clock. */
  readonly minute: number;
  readonly terminal: number;
  readonly method: "CASH" | "CARD" | "QR_CODE";
  /** Cash handed over. */
  readonly tendered?: number;
  /** Places in the list of goods, and how many of each. */
  readonly goods: readonly number[];
  readonly quantities: readonly number[];
}

export const demoData = data as DemoData;
