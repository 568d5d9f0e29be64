import { PROMOTION_KINDS, STACKINGS } from "@pos/core/goods/promotion/model.ts";
import type { KeptPriceListFragment, KeptPromotionFragment } from "@pos/web/graphql/generated/graphql.ts";
import * as v from "valibot";
import { CART } from "../cart/cart-schema.ts";
import type { Settings } from "../settings.ts";
import type { LastSale, ListedOperator, Numbers, Operator, Pairing, Values } from "./store.ts";

const text = v.string();
const whole = v.pipe(v.number(), v.safeInteger());

const PAIRING: v.GenericSchema<unknown, Pairing> = v.object({ terminalId: text, token: text, pairedAt: text });
const OPERATOR: v.GenericSchema<unknown, Operator> = v.object({
  operatorId: text,
  number: text,
  name: v.exactOptional(text),
  token: text,
  expiresAt: text,
  permissions: v.array(text),
  discountPercentMax: v.exactOptional(text),
  seenAt: text,
  isLocked: v.boolean(),
});
const TEXT_OR_NULL = v.nullable(text);
const PAPERS = v.object({
  // Absent: stored by an earlier version.
  header: v.optional(TEXT_OR_NULL, null),
  address: TEXT_OR_NULL,
  phone: TEXT_OR_NULL,
  taxNumber: TEXT_OR_NULL,
  footer: TEXT_OR_NULL,
  logo: TEXT_OR_NULL,
  language: v.nullable(v.picklist(["EN", "ZH_HANS"])),
});
const NUMBER_OR_NULL = v.nullable(v.number());
const SCOPE = { productIds: v.array(text), categoryIds: v.array(text) };
const TIMES = {
  ...{ startsOn: TEXT_OR_NULL, endsOn: TEXT_OR_NULL, weekdays: v.array(whole) },
  ...{ startTime: TEXT_OR_NULL, endTime: TEXT_OR_NULL },
  ...{ isEnabled: v.boolean(), createdAt: text, endedAt: TEXT_OR_NULL },
};
const PROMOTION: v.GenericSchema<unknown, KeptPromotionFragment> = v.object({
  ...SCOPE,
  ...{ id: text, name: text, kind: v.picklist(PROMOTION_KINDS), percent: TEXT_OR_NULL, amount: NUMBER_OR_NULL },
  ...{ isPerUnit: v.boolean(), unitPrice: TEXT_OR_NULL, buyQuantity: NUMBER_OR_NULL, getQuantity: NUMBER_OR_NULL },
  parts: v.array(v.object({ ...SCOPE, quantity: whole })),
  // Absent: stored by an earlier version.
  groupIds: v.exactOptional(v.array(text), []),
  ...TIMES,
  ...{ minimumAmount: NUMBER_OR_NULL, minimumQuantity: NUMBER_OR_NULL },
  ...{ couponCode: TEXT_OR_NULL, couponLimit: NUMBER_OR_NULL, priority: whole, stacking: v.picklist(STACKINGS) },
  version: whole,
});
const PRICE_LIST: v.GenericSchema<unknown, KeptPriceListFragment> = v.object({
  ...{ id: text, name: text, groupIds: v.array(text), locationIds: v.array(text), ...TIMES },
  prices: v.array(v.object({ variantId: text, minimumQuantity: text, unitPrice: text })),
});
const TAX_RATE = v.object({
  ...{ from: TEXT_OR_NULL, rate: text },
  components: v.array(v.object({ name: text, rate: text, isCompound: v.boolean() })),
});
const PAYMENT_METHOD = v.object({
  ...{ id: text, name: text, chineseName: TEXT_OR_NULL, givesChange: v.boolean(), asksReference: v.boolean() },
});
const SETTINGS: v.GenericSchema<unknown, Settings> = v.object({
  terminal: v.object({
    id: text,
    code: text,
    name: text,
    location: v.object({ id: text, name: text, timeZone: text, dayEndHour: v.exactOptional(whole) }),
  }),
  merchantName: text,
  country: v.exactOptional(TEXT_OR_NULL),
  receipt: v.exactOptional(PAPERS),
  currency: text,
  cashStep: whole,
  paymentMethods: v.exactOptional(v.array(PAYMENT_METHOD)),
  tipPercents: v.exactOptional(v.array(text)),
  cashBackMax: v.exactOptional(whole),
  giftCardOfflineMax: v.exactOptional(whole),
  overrideNeedsReason: v.exactOptional(v.boolean()),
  refundNeedsCustomer: v.exactOptional(v.boolean()),
  scaleLayouts: v.exactOptional(v.array(text)),
  pricesIncludeTax: v.boolean(),
  taxLevel: v.picklist(["LINE", "RATE_TOTAL", "DOCUMENT"]),
  taxRounding: v.picklist(["HALF_UP", "HALF_EVEN", "DOWN"]),
  defaultTaxCodeId: text,
  taxCodes: v.array(v.object({ id: text, name: text, rate: text, rates: v.exactOptional(v.array(TAX_RATE)) })),
  promotions: v.exactOptional(v.array(PROMOTION)),
  priceLists: v.exactOptional(v.array(PRICE_LIST)),
  lastSequence: whole,
});
const OPERATORS: v.GenericSchema<unknown, readonly ListedOperator[]> = v.array(
  v.object({ id: text, name: text, operatorNumber: text }),
);
const NUMBERS: v.GenericSchema<unknown, Numbers> = v.object({ last: whole, free: v.array(whole) });

const LAST_SALE: v.GenericSchema<unknown, LastSale> = v.object({ id: text, isOpen: v.boolean() });

type Schema<Name extends keyof Values> = v.GenericSchema<unknown, Values[Name]>;

type Described = "pairing" | "operator" | "operators" | "cart" | "settings" | "lastSale";

const SCHEMAS: { readonly [Name in Described]: Schema<Name> } = {
  pairing: PAIRING,
  operator: OPERATOR,
  operators: OPERATORS,
  cart: CART,
  settings: SETTINGS,
  lastSale: LAST_SALE,
};
/** Without these the page signs in, begins a sale, forgets the last or asks the server again; without the others nothing may be sold. */
const REPLACEABLE: ReadonlySet<string> = new Set(["operator", "operators", "cart", "settings", "lastSale"]);

/**
 * A value as it is stored under a name.
 * @returns undefined for none, and for one that cannot be read where the page gets along without it
 * @throws ValiError where it does not: a device that forgot its receipt numbers must not sell
 */
export function parseValue<Name extends keyof Values>(name: Name, stored: unknown): Values[Name] | undefined {
  if (stored === undefined) return undefined;
  const schema = schemaOf(name);
  if (!REPLACEABLE.has(name)) return v.parse(schema, stored);
  const result = v.safeParse(schema, stored);
  return result.success ? result.output : undefined;
}

function schemaOf<Name extends keyof Values>(name: Name): Schema<Name> {
  const schema = Object.hasOwn(SCHEMAS, name)
    ? SCHEMAS[name as keyof typeof SCHEMAS]
    : name.startsWith("numbers:")
      ? NUMBERS
      : whole;
  return schema as unknown as Schema<Name>;
}
