import { minorDigits } from "@pos/core/base/money.ts";
import { type PriceList, pricesOf } from "@pos/core/goods/price-list/model.ts";
import { NO_PRICE_LISTS, type PriceListSet, priceListSet } from "@pos/core/goods/price-list/rules.ts";
import type { Promotion } from "@pos/core/goods/promotion/model.ts";
import { NO_PROMOTIONS, type PromotionSet, promotionSet } from "@pos/core/goods/promotion/set.ts";
import type { Taxes } from "@pos/core/goods/tax/model.ts";
import type { ReceiptShop } from "@pos/core/receipt/model.ts";
import type { ReceiptWriting } from "@pos/core/receipt/writing.ts";
import type { PaymentSettings, TakenMethod } from "@pos/core/selling/payment/rules.ts";
import { receiptWriting } from "@pos/messages/receipt-writing.ts";
import { type SentTaxCode, taxesFrom } from "@pos/web/components/taxes.ts";
import type {
  KeptPriceListFragment,
  KeptPromotionFragment,
  PaperSettingsFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { paperLanguage, shopOf } from "@pos/web/receipt/shop.ts";

/** The settings that a terminal receives from the server. */
export interface Settings {
  readonly terminal: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly location: {
      readonly id: string;
      readonly name: string;
      readonly timeZone: string;
      /** Absent: stored by an earlier version. */
      readonly dayEndHour?: number;
    };
  };
  readonly merchantName: string;
  /** Absent, as the receipt: stored by an earlier version, until the server answers again. */
  readonly country?: string | null;
  readonly receipt?: PaperSettingsFragment;
  readonly currency: string;
  readonly cashStep: number;
  /** The merchant's own ways to pay, tips that are offered, and the most cash back. Absent: stored by an earlier version. */
  readonly paymentMethods?: readonly KeptPaymentMethod[];
  readonly tipPercents?: readonly string[];
  readonly cashBackMax?: number;
  /** The most that gift cards pay while the server cannot be asked. Absent: stored by an earlier version. */
  readonly giftCardOfflineMax?: number;
  /** Absent: stored by an earlier version. */
  readonly overrideNeedsReason?: boolean;
  /** Absent: stored by an earlier version. */
  readonly refundNeedsCustomer?: boolean;
  /** Absent: stored by an earlier version. */
  readonly scaleLayouts?: readonly string[];
  readonly pricesIncludeTax: boolean;
  readonly taxLevel: Taxes["regime"]["level"];
  readonly taxRounding: Taxes["regime"]["mode"];
  readonly defaultTaxCodeId: string;
  readonly taxCodes: readonly SentTaxCode[];
  /** Absent: stored by an earlier version. */
  readonly promotions?: readonly KeptPromotionFragment[];
  /** Absent: stored by an earlier version. */
  readonly priceLists?: readonly KeptPriceListFragment[];
  readonly lastSequence: number;
}

/** One of the merchant's own ways to pay. */
export interface KeptPaymentMethod {
  readonly id: string;
  readonly name: string;
  readonly chineseName: string | null;
  readonly givesChange: boolean;
  readonly asksReference: boolean;
}

/** How sales may be paid here, by the server's own rule. */
export function waysOf({ paymentMethods = [], cashBackMax = 0 }: Settings): PaymentSettings {
  const own = paymentMethods.map(({ chineseName, ...method }): [string, TakenMethod] => [
    method.id,
    { ...method, ...(chineseName === null ? {} : { chineseName }) },
  ]);
  return { paymentMethods: Object.fromEntries(own), cashBackMax };
}

const sets = new WeakMap<readonly KeptPromotionFragment[], PromotionSet>();

/** Ready for carts; made once for the settings as they came. */
export function promotionsOf({ promotions }: Settings): PromotionSet {
  if (promotions === undefined || promotions.length === 0) return NO_PROMOTIONS;
  const known = sets.get(promotions) ?? promotionSet(promotions.map(promotionOf));
  sets.set(promotions, known);
  return known;
}

const listSets = new WeakMap<readonly KeptPriceListFragment[], PriceListSet>();

/** The same of price lists. */
export function priceListsOf({ priceLists }: Settings): PriceListSet {
  if (priceLists === undefined || priceLists.length === 0) return NO_PRICE_LISTS;
  const known = listSets.get(priceLists) ?? priceListSet(priceLists.map(priceListOf));
  listSets.set(priceLists, known);
  return known;
}

/** Whether what a cart costs may change with the clock. */
export function isTimed({ promotions = [], priceLists = [] }: Settings): boolean {
  return promotions.length > 0 || priceLists.length > 0;
}

/** The API's null is absent here. */
function promotionOf(sent: KeptPromotionFragment): Promotion {
  const fields = Object.entries(sent).filter(([, value]) => value !== null);
  return Object.fromEntries(fields) as unknown as Promotion;
}

function priceListOf({ prices, ...sent }: KeptPriceListFragment): PriceList {
  const { startsOn, endsOn, startTime, endTime, endedAt, ...list } = sent;
  return {
    ...list,
    ...(startsOn === null ? {} : { startsOn }),
    ...(endsOn === null ? {} : { endsOn }),
    ...(startTime === null ? {} : { startTime }),
    ...(endTime === null ? {} : { endTime }),
    ...(endedAt === null ? {} : { endedAt }),
    prices: pricesOf(prices),
    version: 0,
  };
}

export function taxesOf(settings: Settings): Taxes {
  const { taxLevel: level, taxRounding: mode, defaultTaxCodeId: defaultCodeId } = settings;
  return taxesFrom({ ...settings, level, mode, defaultCodeId });
}

/** What is on this terminal's papers beside what was sold, and how it is written; without a network too. */
export function papersOf({ terminal, country, receipt, currency }: Settings): {
  readonly shop: ReceiptShop;
  readonly writing: ReceiptWriting;
} {
  const { timeZone } = terminal.location;
  const language = receipt && paperLanguage(receipt);
  return {
    shop: receipt === undefined ? {} : shopOf(receipt),
    writing: receiptWriting({ language, country, currency, timeZone }),
  };
}

export function digitsOf({ currency }: Pick<Settings, "currency">): number {
  return minorDigits(currency);
}
