import { customerProjection } from "@pos/core/customers/customer/index.ts";
import { levelProjection, openingStockKind, stockAdjustmentKind } from "@pos/core/goods/stock/index.ts";
import { createBooks } from "@pos/core/ledger/index.ts";
import { journalKind } from "@pos/core/office/finance/index.ts";
import { dayProjection } from "@pos/core/selling/day/index.ts";
import { drawerProjection } from "@pos/core/selling/payment/index.ts";
import { refundGuard, refundKind } from "@pos/core/selling/refund/index.ts";
import { receiptsProjection, saleKind } from "@pos/core/selling/sale/index.ts";

/** All kinds of facts, all projections and all guards: the one place where the books are put together. */
export const books = createBooks({
  kinds: [saleKind, refundKind, openingStockKind, stockAdjustmentKind, journalKind],
  projections: [levelProjection, drawerProjection, dayProjection, receiptsProjection, customerProjection],
  guards: [refundGuard],
});
