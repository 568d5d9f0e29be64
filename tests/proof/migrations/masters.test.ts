import { readCustomer } from "@pos/core/customers/customer/records.ts";
import { readCustomerGroups } from "@pos/core/customers/customer-group/records.ts";
import { readCategory, readProduct, readVariant } from "@pos/core/goods/catalog/records.ts";
import { readEndedPriceList } from "@pos/core/goods/price-list/records.ts";
import { readEndedPromotion, readPromotions } from "@pos/core/goods/promotion/records.ts";
import { readDelivery, readSchedule, readSending } from "@pos/core/office/mail/records.ts";
import { readSession } from "@pos/core/people/access/records.ts";
import { readActivation } from "@pos/core/people/directory/records.ts";
import { readLocation, readLogo } from "@pos/core/people/location/records.ts";
import { readMerchant } from "@pos/core/people/merchant/records.ts";
import { readStaff } from "@pos/core/people/staff/records.ts";
import { readTerminal } from "@pos/core/people/terminal/records.ts";
import { BrokenRecord } from "@pos/core/table/port/codec.ts";
import type { Item } from "@pos/core/table/port/port.ts";
import { expect, test } from "vitest";

/** Records as they were stored before they had codecs: they stay readable, with every optional field and without. */
const MERCHANT = "mer_00000000000000000000000001";
const key = (kind: string, sk: string) => ({ pk: `${MERCHANT}#${kind}`, sk });

interface Stored {
  readonly kind: string;
  readonly read: (item: Item) => object;
  /** The least that was stored, and all that may be beside it. */
  readonly least: Item;
  readonly all: { readonly [field: string]: string | number | boolean | string[] };
  readonly required: string;
}

const STORED: readonly Stored[] = [
  {
    kind: "mail job",
    read: readSending,
    least: {
      ...key("SENDING#rsn_1", "SENDING"),
      ...{ id: "rsn_1", locationId: "loc_1", report: "DAILY", day: "2026-06-15", language: "EN" },
      ...{ dueAt: "2026-06-16T07:00:00.000Z", createdAt: "2026-06-16T07:00:00.000Z", isOpen: true, version: 1 },
    },
    all: { scheduleId: "rsc_1", requestHash: "h1:x", ttl: 1_781_514_000, language: "ZH_HANS" },
    required: "dueAt",
  },
  {
    kind: "mail job of a receipt",
    read: readSending,
    least: {
      ...key("SENDING#rml_1", "SENDING"),
      ...{ id: "rml_1", locationId: "loc_1", factId: "sal_1" },
      ...{ dueAt: "2026-06-16T07:00:00.000Z", createdAt: "2026-06-16T07:00:00.000Z", isOpen: true, version: 1 },
    },
    all: { link: "https://shop.example/r/x", requestHash: "h1:x", ttl: 1_781_514_000, language: "ZH_HANS" },
    required: "dueAt",
  },
  {
    kind: "delivery",
    read: readDelivery,
    least: {
      ...key("SENDING#rsn_1", "TO#x"),
      ...{ sendingId: "rsn_1", recipient: "ada@shop.example", status: "WAITING", attempts: 0, answersLost: 0 },
      ...{ notBefore: "2026-06-16T07:00:00.000Z", version: 1, ttl: 1_781_514_000 },
    },
    all: { status: "SENT", messageId: "<m@shop.example>", detail: "250 OK", sentAt: "2026-06-16T07:00:01.000Z" },
    required: "answersLost",
  },
  {
    kind: "location",
    read: readLocation,
    least: { ...key("LOCATION", "loc_1"), id: "loc_1", code: "S", name: "Shop", timeZone: "Europe/London", version: 1 },
    all: { requestHash: "h1:x", logoHash: "h1:y" },
    required: "timeZone",
  },
  {
    kind: "logo of a location",
    read: readLogo,
    least: { ...key("LOCATION_LOGO", "loc_1"), logo: "data:image/png;base64,AA==" },
    all: {},
    required: "logo",
  },
  {
    kind: "staff member",
    read: readStaff,
    least: { ...key("STAFF", "stf_1"), id: "stf_1", name: "Ada", role: "OWNER", coverage: "all", version: 1 },
    all: { coverage: ["loc_1"], email: "ada@shop.example", operatorNumber: "7", disabled: true, requestHash: "h1:x" },
    required: "role",
  },
  {
    kind: "terminal",
    read: readTerminal,
    least: {
      ...key("TERMINAL", "trm_1"),
      ...{ id: "trm_1", code: "T1", name: "Till", locationId: "loc_1", credentialVersion: 0, version: 1 },
    },
    all: {
      ...{ kind: "IMPORT", credentialHash: "x", publicKey: "k", activatedAt: "2026-06-15T09:00:00.000Z" },
      ...{ seenAt: "2026-06-15T09:00:00.000Z", revokedAt: "2026-06-15T09:00:00.000Z", requestHash: "h1:x" },
    },
    required: "credentialVersion",
  },
  {
    kind: "session",
    read: readSession,
    least: {
      ...key("SESSION#stf_1", "ses_00000000000000000000000001"),
      ...{
        sessionId: "ses_00000000000000000000000001",
        staffId: "stf_1",
        secretHash: "x",
        expiresAt: "2026-06-15T09:00:00.000Z",
      },
    },
    all: { terminalId: "trm_1", credentialVersion: 1, ttl: 1_781_514_000 },
    required: "secretHash",
  },
  {
    kind: "merchant",
    read: readMerchant,
    least: { pk: MERCHANT, sk: "MERCHANT", id: MERCHANT, name: "The Shop", currency: "GBP", cashStep: 1 },
    all: {},
    required: "cashStep",
  },
  {
    kind: "activation code",
    read: readActivation,
    least: { pk: "directory#activation#x", sk: "CODE", merchantId: MERCHANT, terminalId: "trm_1" },
    all: { expiresAt: "2026-06-15T09:00:00.000Z", ttl: 1_781_514_000 },
    required: "terminalId",
  },
  {
    kind: "promotions",
    read: readPromotions,
    least: {
      ...{ pk: MERCHANT, sk: "PROMOTIONS", version: 1 },
      promotions: {
        prm_1: {
          ...{ id: "prm_1", name: "Spring", kind: "PERCENT", percent: "10", productIds: [], categoryIds: [] },
          ...{ groupIds: [], weekdays: [], priority: 100, stacking: "ALL", isEnabled: true, version: 1 },
          ...{ createdAt: "2026-06-15T09:00:00.000Z", requestHash: "h1:x" },
        },
      },
    },
    all: {},
    required: "promotions",
  },
  {
    kind: "ended price list",
    read: readEndedPriceList,
    least: {
      ...key("ENDED_PRICE_LIST", "prl_1"),
      ...{ id: "prl_1", name: "Trade", groupIds: [], locationIds: [], weekdays: [], isEnabled: true, version: 1 },
      ...{ prices: { var_1: { "0": "1.5" } }, createdAt: "2026-06-15T09:00:00.000Z", requestHash: "h1:x" },
    },
    all: {
      startsOn: "2026-06-15",
      endsOn: "2026-06-20",
      startTime: "09:00",
      endTime: "17:00",
      endedAt: "2026-06-19T09:00:00.000Z",
    },
    required: "prices",
  },
  {
    kind: "ended promotion",
    read: readEndedPromotion,
    least: {
      ...key("ENDED_PROMOTION", "prm_1"),
      ...{ id: "prm_1", name: "Spring", kind: "PERCENT", percent: "10", productIds: [], categoryIds: [] },
      ...{ groupIds: [], weekdays: [], priority: 100, stacking: "ALL", isEnabled: true, version: 1 },
      ...{ createdAt: "2026-06-15T09:00:00.000Z", requestHash: "h1:x" },
    },
    all: { endsOn: "2026-06-20", couponCode: "SPRING", couponLimit: 10 },
    required: "stacking",
  },
  {
    kind: "customer groups",
    read: readCustomerGroups,
    least: {
      ...{ pk: MERCHANT, sk: "CUSTOMER_GROUPS", version: 1 },
      groups: { grp_1: { id: "grp_1", name: "Trade", version: 1 } },
    },
    all: {},
    required: "groups",
  },
  {
    kind: "category",
    read: readCategory,
    least: { ...key("CATEGORY", "cat_1"), id: "cat_1", name: "Tea" },
    all: { version: 1, requestHash: "h1:x" },
    required: "name",
  },
  {
    kind: "product",
    read: readProduct,
    least: {
      ...key("PRODUCT", "prd_1"),
      ...{ id: "prd_1", name: "Pot", taxCodeId: "tax_1", variantIds: ["var_1"], version: 1 },
    },
    all: { categoryId: "cat_1", requestHash: "h1:x" },
    required: "variantIds",
  },
  {
    kind: "variant",
    read: readVariant,
    least: {
      ...key("VARIANT#var_1", "VARIANT"),
      ...{ id: "var_1", productId: "prd_1", sku: "POT", name: "Pot", unitPrice: "2", barcodes: [] },
      ...{ taxCodeId: "tax_1", stocked: true, version: 1 },
    },
    all: { unitCost: "1.5", categoryId: "cat_1", reorderPoint: "3", barcodes: ["4711"] },
    required: "unitPrice",
  },
  {
    kind: "customer",
    read: (item) => readCustomer(item, undefined),
    least: { ...key("CUSTOMER", "cus_1"), id: "cus_1", createdAt: "2026-06-15T09:00:00.000Z", version: 1 },
    all: { erasedAt: "2026-06-15T09:00:00.000Z", groupIds: ["grp_1"], creditLimit: 5000 },
    required: "createdAt",
  },
  {
    kind: "person",
    read: (person) =>
      readCustomer(
        { ...key("CUSTOMER", "cus_1"), id: "cus_1", createdAt: "2026-06-15T09:00:00.000Z", version: 1 },
        person,
      ).person ?? {},
    least: { ...key("PERSON", "cus_1"), name: "Ada" },
    all: { email: "ada@shop.example", phone: "0123", note: "Likes tea" },
    required: "name",
  },
  {
    kind: "report schedule",
    read: readSchedule,
    least: {
      ...key("REPORT_SCHEDULE", "rsc_1"),
      ...{ id: "rsc_1", locationId: "loc_1", report: "DAILY", reportedDay: "SAME_DAY", timeOfDay: "21:00" },
      ...{
        recipients: ["a@shop.example"],
        language: "EN",
        enabled: true,
        since: "2026-06-15T09:00:00.000Z",
        version: 1,
      },
    },
    all: { requestHash: "h1:x" },
    required: "recipients",
  },
];

/** What a reader returns of an item's own fields. */
function fieldsRead({ read }: Stored, item: Item): object {
  const fields: object = read(item);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name in item));
}

test.each(STORED)("a $kind of the version before is read as it was stored", (stored) => {
  const { least, all } = stored;
  for (const item of [least, { ...least, ...all }]) expect(item).toMatchObject(fieldsRead(stored, item));
  expect(Object.keys(fieldsRead(stored, least))).toContain(stored.required);
});

test.each(STORED)(
  "a broken $kind is an error that names the record and the field",
  ({ kind, read, least, required }) => {
    const { [required]: _, ...without } = least;
    const spoilt: Item = { ...without, pk: least.pk, sk: least.sk };
    for (const item of [spoilt, { ...spoilt, [required]: null }]) {
      const message = (() => {
        try {
          read(item);
        } catch (error) {
          return error instanceof BrokenRecord ? error.message : "";
        }
        return "";
      })();
      expect(message).toContain(`The ${kind} ${least.sk} of ${least.pk} is broken: ${required} is not `);
    }
  },
);
