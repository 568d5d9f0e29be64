export type { QuoteSeen as Quote } from "@pos/core/selling/quote/index.ts";
