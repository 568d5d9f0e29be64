import { canonicalJson, type Json, withoutEmpty } from "@pos/core/base/canonical.ts";
import type { RefundPlan } from "@pos/core/selling/refund/rules.ts";
import type { RefundSaleInput } from "@pos/web/graphql/generated/graphql.ts";
import type { NewRefund } from "../outbox/outbox.ts";
import type { SaleRow } from "../outbox/row.ts";
import type { WantedLine } from "./refund-rule.ts";

export interface GivenBack {
  readonly id: string;
  readonly occurredAt: string;
  readonly operatorId: string;
  readonly sale: SaleRow;
  readonly lines: readonly WantedLine[];
  readonly payments: readonly (RefundPlan["payments"][number] & { readonly id: string })[];
  readonly reason: string;
}

/** A refund of a sale as it can be stored: the request that is sent, and what the list of this terminal shows of it. */
export function newRefund({ id, occurredAt, operatorId, sale, lines, payments, reason }: GivenBack): NewRefund {
  const { receiptNumber, timeZone, currency } = sale.sale.receipt;
  const input: RefundSaleInput = {
    ...{ id, occurredAt, operatorId, saleId: sale.id, reason },
    lines: lines.map(({ line, quantity }) => ({ line, quantity })),
    payments: payments.map(({ id: paymentBackId, paymentId, method, amount }) => ({
      ...{ id: paymentBackId, paymentId, method, amount },
    })),
  };
  return {
    ...{ id, occurredAt, operatorId },
    request: canonicalJson(withoutEmpty(input as unknown as Json) ?? {}),
    refund: {
      ...{ saleId: sale.id, receiptNumber, timeZone, currency },
      payments: payments.map(({ method, amount }) => ({ method, amount })),
    },
  };
}
