export type { StoredException as Exception } from "@pos/core/ledger/index.ts";

/** A detail as it is stored, with its name and the merchant's currency. */
export interface ExceptionDetail {
  readonly name: string;
  readonly currency: string;
  readonly amount?: number;
  readonly price?: string;
  readonly instant?: string;
  readonly staffId?: string;
  readonly text?: string;
}
