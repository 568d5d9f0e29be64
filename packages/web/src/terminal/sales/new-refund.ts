import { canonicalJson, type Json, withoutEmpty } from "@pos/core/base/canonical.ts";
import type { Unit } from "@pos/core/base/unit.ts";
import type { SoldPack } from "@pos/core/goods/catalog/packs.ts";
import { countedIn } from "@pos/core/receipt/content.ts";
import { cameBy, type OwnMethodName, ownMethodOf, type PaymentMethod } from "@pos/core/selling/payment/model.ts";
import type { RefundPlan } from "@pos/core/selling/refund/rules.ts";
import { lastFourOf } from "@pos/core/selling/stored-value/model.ts";
import { newId } from "@pos/web/clock.ts";
import type { RefundSaleInput } from "@pos/web/graphql/generated/graphql.ts";
import { madeAt, operatorOf } from "../device/receipt.ts";
import type { NewRefund } from "../outbox/outbox.ts";
import type { RefundSummary } from "../outbox/row.ts";
import type { Operator } from "../outbox/store.ts";
import type { Settings } from "../settings.ts";
import type { RefundableSale, RefundWay, WantedLine } from "./refund-rule.ts";

interface RefundedLine {
  readonly description: string;
  readonly unit?: Unit;
  readonly pack?: SoldPack | null;
}

export interface GivenBack {
  readonly id: string;
  readonly occurredAt: string;
  readonly operator: Pick<Operator, "operatorId" | "number" | "name">;
  readonly settings: Settings;
  readonly sale: Pick<RefundableSale, "id" | "receiptNumber" | "pricesIncludeTax" | "payments"> & {
    readonly lines: readonly RefundedLine[];
  };
  readonly lines: readonly WantedLine[];
  readonly plan: RefundPlan;
  readonly reason: string;
  /** Absent: the way it came. */
  readonly way?: RefundWay;
}

function cardOf(way: RefundWay): { readonly giftCard?: string } {
  return way.to === "giftCard" ? { giftCard: way.code } : {};
}

/** Its code is shown when the refund is made, also if the page was loaded again meanwhile. */
function newCardOf(way: RefundWay, { total, rounding, unpaid }: RefundPlan): Pick<NewRefund["refund"], "newCard"> {
  return way.to === "giftCard" && way.isNew ? { newCard: { code: way.code, amount: total + rounding - unpaid } } : {};
}

const AS_PAID: RefundWay = { to: "asPaid" };

/** A refund of a sale as it can be stored: the request that is sent, and its paper. */
export function newRefund(back: GivenBack): NewRefund {
  const { id, occurredAt, operator, settings, sale, lines, plan, reason, way = AS_PAID } = back;
  const { operatorId } = operator;
  const input: RefundSaleInput = {
    ...{ id, occurredAt, operatorId, saleId: sale.id, reason },
    lines: lines.map((line) => ({ ...line })),
    payments: plan.payments.map((payment) => ({ id: newId("pay"), ...payment, ...cardOf(way) })),
  };
  const onCard = way.to === "giftCard" ? { giftCard: lastFourOf(way.code) } : {};
  const paid = new Map(sale.payments.map((payment) => [payment.id, payment]));
  const payments = plan.payments.map(({ paymentId, method, amount }) => ({
    ...{ method, amount },
    ...nameBack(method, paid.get(paymentId)),
    ...onCard,
  }));
  const goods = lines.map(({ line, quantity, writeOff = false }) => {
    const { description = "", unit, pack } = sale.lines[line - 1] ?? {};
    return { line, writeOff, counted: { description, quantity, ...countedIn(unit, pack) } };
  });
  const { receiptNumber, pricesIncludeTax } = sale;
  const made = madeAt(settings, { occurredAt, ...operatorOf(operator) });
  const { timeZone, currency } = made;
  return {
    ...{ kind: "refund", id, terminalId: settings.terminal.id, occurredAt, operatorId },
    request: canonicalJson(withoutEmpty(input as unknown as Json) ?? {}),
    refund: {
      ...{ saleId: sale.id, receiptNumber, timeZone, currency, payments },
      ...newCardOf(way, plan),
      ...writtenOffOf(goods.flatMap(({ counted, writeOff }) => (writeOff ? counted : []))),
      slip: {
        ...made,
        ...{ receiptNumber, pricesIncludeTax, payments },
        lines: goods.map(({ line, counted }) => ({
          ...counted,
          amount: plan.lines.find((planned) => planned.line === line)?.total ?? 0,
        })),
        ...{ taxTotal: plan.taxTotal, rounding: plan.rounding, total: plan.total },
        ...(plan.unpaid === 0 ? {} : { unpaid: plan.unpaid }),
        ...(reason === "" ? {} : { reason }),
      },
    },
  };
}

/** The operator reads what has to stay off the shelf. */
export function writtenOffOf(goods: NonNullable<RefundSummary["writtenOff"]>): Pick<RefundSummary, "writtenOff"> {
  return goods.length > 0 ? { writtenOff: goods } : {};
}

/** What is given back by the merchant's own way to pay has its name on the paper. */
function nameBack(method: PaymentMethod, payment: RefundableSale["payments"][number] | undefined): OwnMethodName {
  if (payment === undefined || method !== cameBy(payment)) return {};
  const { methodName, methodChineseName } = ownMethodOf(payment);
  return {
    ...(methodName === undefined ? {} : { methodName }),
    ...(methodChineseName === undefined ? {} : { methodChineseName }),
  };
}
