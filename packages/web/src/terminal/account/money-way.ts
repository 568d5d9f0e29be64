import type { OwnMethodName } from "@pos/core/selling/payment/model.ts";

export const MONEY_METHODS = ["CASH", "CARD", "QR_CODE", "OTHER"] as const;

/** Money that a customer pays or gets back outside a sale. */
export type MoneyMethod = (typeof MONEY_METHODS)[number];

/** The same, or one of the merchant's own ways, of the kind OTHER. */
export interface MoneyWay extends OwnMethodName {
  readonly method: MoneyMethod;
  readonly methodId?: string;
}

export const IN_CASH: MoneyWay = { method: "CASH" };
