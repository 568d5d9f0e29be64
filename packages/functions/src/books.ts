import { customerProjection } from "@pos/core/customers/customer/index.ts";
import { bookOpeningStock, bookStockAdjustment, levelProjection } from "@pos/core/goods/stock/index.ts";
import type { Books } from "@pos/core/ledger/index.ts";
import { bookJournal } from "@pos/core/office/finance/index.ts";
import { drawerProjection } from "@pos/core/selling/payment/index.ts";
import { bookRefund, refundGuard } from "@pos/core/selling/refund/index.ts";
import { bookSale, dayProjection, receiptsProjection } from "@pos/core/selling/sale/index.ts";

/** Which rule books which kind of fact, which projections fold every entry, which guards facts use: the one place where the books are put together. */
export const books: Books = {
  rules: {
    sale: bookSale,
    refund: bookRefund,
    openingStock: bookOpeningStock,
    stockAdjustment: bookStockAdjustment,
    journal: bookJournal,
  },
  projections: [levelProjection, drawerProjection, dayProjection, receiptsProjection, customerProjection],
  guards: [refundGuard],
};
