import { LOGO } from "../../api/bad-input/pictures.ts";
import type { Stand } from "../../api/bad-input/stand.ts";
import type { ModuleContract, NumberRow } from "../../module-contract.ts";

/** Taken by `updateMerchant` and `updateLocation`: where a shop is. */
export function addressTexts(operation: string): NonNullable<ModuleContract["texts"]> {
  return {
    [`${operation}.input.header`]: { max: 200, code: "INVALID_HEADER", hasLines: true },
    [`${operation}.input.address`]: { max: 300, code: "INVALID_ADDRESS", hasLines: true },
    [`${operation}.input.phone`]: { max: 40, code: "INVALID_PHONE" },
    [`${operation}.input.taxNumber`]: { max: 40, code: "INVALID_TAX_NUMBER" },
  };
}

async function versionOf({ counter }: Stand): Promise<number> {
  const { data } = await counter.api.call("{ me { merchant { version } } }", { token: counter.owner });
  return data.me.merchant.version;
}

const CHANGES = {
  ...{ name: "The Shop", country: "GB", cashStep: 1, refusesOutOfStock: false, isSetupHidden: false },
  ...{ refundsToSameMethod: false, refundNeedsCustomer: false, tipPercents: ["5", "12.5"], cashBackMax: 5_000 },
  giftCardOfflineMax: 2_000,
  scaleLayouts: ["29IIIIIWWDDDC"],
  overrideNeedsReason: false,
  ...{ address: "1 High Street\nLondon", phone: "+44 20 7946 0000", taxNumber: "GB 123 4567 89" },
  ...{ header: "Books and toys", footer: "Thank you", receiptLanguage: "EN" },
};

let layouts = 0;
const LIMIT = "INVALID_LIMIT input";
/** No two tips are the same. */
let percents = 0;
const each = (expected: string, ...values: readonly unknown[]): NumberRow => values.map((value) => [value, expected]);

export const merchantContract: ModuleContract = {
  good: {
    patchRoleLimits: async (stand) => ({
      token: stand.counter.owner,
      variables: {
        input: { role: "OWNER", discountPercent: "50.5", unlinkedRefund: 99_000, version: await versionOf(stand) },
      },
    }),
    updateMerchant: async (stand) => ({
      token: stand.counter.owner,
      variables: { input: { ...CHANGES, logo: LOGO, version: await versionOf(stand) } },
    }),
  },
  callers: {
    roleLimits: { document: "query { roleLimits { version } }", may: ["owner"] },
    patchRoleLimits: {
      document: `mutation { patchRoleLimits(input: { role: CASHIER, discountPercent: "-1", version: 1 }) { userErrors { code } } }`,
      may: ["owner"],
    },
    updateMerchant: {
      document: "mutation { updateMerchant(input: { cashStep: 0, version: 1 }) { userErrors { code } } }",
      may: ["owner"],
    },
  },
  rights: { updateMerchant: ["owner"] },
  lists: {
    "updateMerchant.input.tipPercents": {
      long: 5,
      element: () => String(++percents),
      tooLong: "INVALID_TIP input.tipPercents",
    },
    "updateMerchant.input.scaleLayouts": {
      long: 21,
      element: () => `2${1_000 + ++layouts}IIIWWDDC`,
      tooLong: "INVALID_SCALE_LAYOUT input.scaleLayouts",
    },
  },
  texts: {
    ...addressTexts("updateMerchant"),
    "updateMerchant.input.name": { max: 200, code: "INVALID_NAME" },
    "updateMerchant.input.country": { max: 2, code: "INVALID_COUNTRY" },
    "updateMerchant.input.scaleLayouts.0": { max: 13, code: "INVALID_SCALE_LAYOUT" },
    "updateMerchant.input.footer": { max: 500, code: "INVALID_FOOTER", hasLines: true },
    "updateMerchant.input.logo": { max: 65_576, code: "INVALID_LOGO" },
  },
  numbers: {
    "updateMerchant.input.cashStep": each(
      "INVALID_CASH_STEP input.cashStep",
      ...[0, -1, 1_001, 2 ** 31 - 1, -(2 ** 31)],
    ),
    "updateMerchant.input.tipPercents.0": each(
      "INVALID_TIP input.tipPercents.0",
      ...["0", "-1", "100.000001", "1.0000001", `1${"0".repeat(5_000)}`],
    ),
    "updateMerchant.input.cashBackMax": each("INVALID_CASH_BACK input.cashBackMax", -1, -Number.MAX_SAFE_INTEGER),
    "updateMerchant.input.giftCardOfflineMax": each(`${LIMIT}.giftCardOfflineMax`, -1, -Number.MAX_SAFE_INTEGER),
    "updateMerchant.input.version": each("VERSION_CONFLICT input.version", ...[0, -1, 99, 2 ** 31 - 1, -(2 ** 31)]),
    "patchRoleLimits.input.discountPercent": each(
      `${LIMIT}.discountPercent`,
      ...["-0.000001", "-1", "100.000001", "101", "1.0000001", `1${"0".repeat(5_000)}`],
    ),
    "patchRoleLimits.input.unlinkedRefund": each(`${LIMIT}.unlinkedRefund`, -1, -Number.MAX_SAFE_INTEGER),
    "patchRoleLimits.input.version": each("VERSION_CONFLICT input.version", ...[0, -1, 99, 2 ** 31 - 1, -(2 ** 31)]),
  },
};
