/** What a new merchant does before it sells, in this order. */
export const SETUP_STEPS = ["BUSINESS", "TAX", "PRODUCT", "STOCK", "STAFF", "TERMINAL", "SALE"] as const;

export type SetupStepName = (typeof SETUP_STEPS)[number];

export interface SetupStep {
  readonly name: SetupStepName;
  readonly isDone: boolean;
}

/** Why the currency cannot be changed any more. */
export type CurrencyHold = "RECORDED" | "TERMINAL_PAIRED";
