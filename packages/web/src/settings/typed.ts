import type { FilledForm } from "@pos/web/components/use-submit-form.ts";
import type {
  MerchantWholeFragment,
  ReceiptLanguage,
  UpdateMerchantInput,
} from "@pos/web/graphql/generated/graphql.ts";

/** What the form shows: an empty text is what is not set. */
export interface Typed {
  readonly name: string;
  readonly country: string | null;
  readonly address: string;
  readonly phone: string;
  readonly taxNumber: string;
  readonly footer: string;
  readonly logo: string | null;
  readonly receiptLanguage: ReceiptLanguage | null;
  readonly cashStep: number;
  readonly refusesOutOfStock: boolean;
  readonly refundsToSameMethod: boolean;
  readonly refundNeedsCustomer: boolean;
}

export type FieldsProps = Pick<FilledForm<Typed>, "field" | "values" | "setFieldValue" | "getInputProps">;

const FIELDS = [
  ...(["name", "country", "address", "phone", "taxNumber", "footer", "logo", "receiptLanguage"] as const),
  ...(["cashStep", "refusesOutOfStock", "refundsToSameMethod", "refundNeedsCustomer"] as const),
] as const satisfies readonly (keyof Typed)[];

export function typedOf(merchant: MerchantWholeFragment): Typed {
  const { name, country, cashStep, refusesOutOfStock, refundsToSameMethod, refundNeedsCustomer, receipt } = merchant;
  return {
    ...{ refundsToSameMethod, refundNeedsCustomer },
    ...{ name, country, cashStep, refusesOutOfStock, logo: receipt.logo, receiptLanguage: receipt.language },
    address: receipt.address ?? "",
    phone: receipt.phone ?? "",
    taxNumber: receipt.taxNumber ?? "",
    footer: receipt.footer ?? "",
  };
}

/** Only what has changed, so that two people may change different things one after the other. */
export function inputOf(typed: Typed, merchant: MerchantWholeFragment): UpdateMerchantInput {
  const before = typedOf(merchant);
  const changed = FIELDS.filter((field) => typed[field] !== before[field]).map((field) => [field, typed[field]]);
  return { ...(Object.fromEntries(changed) as Partial<UpdateMerchantInput>), version: merchant.version };
}
