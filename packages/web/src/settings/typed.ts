import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { PERCENT, typedDecimal, typedScaled } from "@pos/web/components/typed-number.ts";
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
  readonly header: string;
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
  readonly overrideNeedsReason: boolean;
  /** Percentages, with commas between them. */
  readonly tips: string;
  /** Amounts. */
  readonly cashBack: string;
  readonly cardsOffline: string;
  /** One a line. */
  readonly scaleLayouts: string;
}

export type FieldsProps = Pick<FilledForm<Typed>, "field" | "values" | "setFieldValue" | "getInputProps">;

const FIELDS = [
  ...(["name", "country", "header", "address", "phone", "taxNumber", "footer", "logo", "receiptLanguage"] as const),
  ...(["cashStep", "refusesOutOfStock", "refundsToSameMethod", "refundNeedsCustomer", "scaleLayouts"] as const),
  "overrideNeedsReason",
] as const satisfies readonly (keyof Typed)[];

export function typedOf(merchant: MerchantWholeFragment): Typed {
  const { name, country, cashStep, refusesOutOfStock, refundsToSameMethod, refundNeedsCustomer, receipt } = merchant;
  return {
    ...{ refundsToSameMethod, refundNeedsCustomer, overrideNeedsReason: merchant.overrideNeedsReason },
    ...{ name, country, cashStep, refusesOutOfStock, logo: receipt.logo, receiptLanguage: receipt.language },
    header: receipt.header ?? "",
    address: receipt.address ?? "",
    phone: receipt.phone ?? "",
    taxNumber: receipt.taxNumber ?? "",
    footer: receipt.footer ?? "",
    scaleLayouts: merchant.scaleLayouts.join("\n"),
    tips: merchant.tipPercents.join(", "),
    cashBack: fixedDecimal(merchant.cashBackMax, minorDigits(merchant.currency)),
    cardsOffline: fixedDecimal(merchant.giftCardOfflineMax, minorDigits(merchant.currency)),
  };
}

/** The percentages in a text; undefined if it has anything else. */
export function tipsOf(text: string): string[] | undefined {
  const parts = text.split(/[,，、;\s]+/).filter((part) => part !== "");
  const percents = parts.flatMap((part) => typedDecimal(part, PERCENT) ?? []);
  return percents.length === parts.length ? percents : undefined;
}

export function layoutsOf({ scaleLayouts }: Pick<Typed, "scaleLayouts">): string[] {
  return scaleLayouts.split(/\s/).flatMap((layout) => layout.toUpperCase() || []);
}

/** Only what has changed, so that two people may change different things one after the other. */
export function inputOf(typed: Typed, merchant: MerchantWholeFragment): UpdateMerchantInput {
  const before = typedOf(merchant);
  const sent = { ...typed, scaleLayouts: layoutsOf(typed) };
  const changed = FIELDS.filter((field) => typed[field] !== before[field]).map((field) => [field, sent[field]]);
  const kind = { kind: "money", currency: merchant.currency } as const;
  return {
    ...(Object.fromEntries(changed) as Partial<UpdateMerchantInput>),
    ...(typed.tips === before.tips ? {} : { tipPercents: tipsOf(typed.tips) ?? [] }),
    ...(typed.cashBack === before.cashBack ? {} : { cashBackMax: typedScaled(typed.cashBack, kind) ?? 0 }),
    ...(typed.cardsOffline === before.cardsOffline
      ? {}
      : { giftCardOfflineMax: typedScaled(typed.cardsOffline, kind) ?? 0 }),
    version: merchant.version,
  };
}
