import { canonicalJson, type Json, withoutEmpty } from "@pos/core/base/canonical.ts";
import { countedIn } from "@pos/core/receipt/content.ts";
import type { Receipt, ReceiptPayment } from "@pos/core/receipt/model.ts";
import { cashHandedOut } from "@pos/core/selling/payment/model.ts";
import type { VoidSaleInput } from "@pos/web/graphql/generated/graphql.ts";
import { madeAt, operatorOf } from "../device/receipt.ts";
import type { NewRefund } from "../outbox/outbox.ts";
import type { Operator } from "../outbox/store.ts";
import type { Settings } from "../settings.ts";
import { writtenOffOf } from "./new-refund.ts";

interface VoidedSale {
  readonly id: string;
  readonly occurredAt: string;
  readonly operator: Pick<Operator, "operatorId" | "number" | "name">;
  readonly settings: Settings;
  readonly saleId: string;
  readonly receipt: Receipt;
  readonly reason: string;
  /** From 1: their goods cannot be sold again. */
  readonly writeOffLines: readonly number[];
}

/** The void of a sale as it can be stored: the request that is sent, and its paper. */
export function newVoid(voided: VoidedSale): NewRefund {
  const { id, occurredAt, operator, settings, saleId, receipt, reason, writeOffLines } = voided;
  const { operatorId } = operator;
  const input: VoidSaleInput = { id, occurredAt, operatorId, saleId, reason, writeOffLines: [...writeOffLines] };
  const { receiptNumber, pricesIncludeTax, taxTotal, rounding, total, tip } = receipt;
  const unpaid = receipt.payments.reduce((sum, { state, amount }) => (state === "VOIDED" ? sum + amount : sum), 0);
  const payments = receipt.payments.filter(({ state }) => state !== "VOIDED").map(backOf);
  const made = madeAt(settings, { occurredAt, ...operatorOf(operator) });
  const { timeZone, currency } = made;
  const goods = receipt.lines.map(({ description, quantity, unit, pack, gross, discounts }) => ({
    counted: { description, quantity, ...countedIn(unit, pack) },
    amount: discounts.reduce((left, { amount }) => left - amount, gross),
  }));
  const slip = {
    ...made,
    ...{ receiptNumber, pricesIncludeTax, payments, taxTotal, rounding, total, reason },
    ...(unpaid === 0 ? {} : { unpaid }),
    ...(tip === undefined ? {} : { tip }),
    lines: goods.map(({ counted, amount }) => ({ ...counted, amount })),
    isVoid: true as const,
  };
  return {
    ...{ kind: "void", id, terminalId: settings.terminal.id, occurredAt, operatorId },
    request: canonicalJson(withoutEmpty(input as unknown as Json) ?? {}),
    refund: {
      ...{ saleId, receiptNumber, timeZone, currency, payments, slip },
      ...writtenOffOf(writeOffLines.flatMap((line) => goods[line - 1]?.counted ?? [])),
    },
  };
}

/** A payment as it goes back: cash that was handed out with it is brought back. */
function backOf({ method, methodName, methodChineseName, amount, tendered = amount, cashBack }: ReceiptPayment) {
  const handedOut = cashHandedOut({ method, amount, tendered, ...(cashBack === undefined ? {} : { cashBack }) });
  return {
    ...{ method, amount },
    ...(methodName === undefined ? {} : { methodName }),
    ...(methodChineseName === undefined ? {} : { methodChineseName }),
    ...(handedOut === 0 ? {} : { cashBack: handedOut }),
  };
}
