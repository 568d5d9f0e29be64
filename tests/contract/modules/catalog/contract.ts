import type { CallerKind, Good, ModuleContract } from "../../module-contract.ts";
import { EVERYBODY, MANAGERS, pageContract } from "../page.ts";

const categories = pageContract("categoriesPage", EVERYBODY, () => ({
  filter: { isDiscontinued: false },
  sort: "NAME",
}));
const TERMINALS: readonly CallerKind[] = ["terminal", "cashier at a terminal", "manager at a terminal"];

export const catalogContract: ModuleContract = {
  good: {
    ...categories.good,
    variants: ({ counter, own }) =>
      [{ sku: "SKU-0001" }, { id: own.variantId }].map((by) => ({ token: counter.owner, variables: { by: [by] } })),
    async catalogSnapshot({ counter: { api, shop, terminal: token }, own }) {
      const { data } = await api.call("{ catalogSnapshot { version } }", { token });
      // A small catalogue has no second page: this is what its cursor would be.
      const key = [`snapshot:${shop.merchantId}`, `${data.catalogSnapshot.version} ${own.productId}`];
      const after = Buffer.from(JSON.stringify(key)).toString("base64url");
      return [
        { token, variables: {} },
        { token, variables: { after } },
      ];
    },
    async catalogChanges({ counter: { api, terminal: token } }): Promise<Good> {
      const { data } = await api.call("{ catalogSnapshot { version } }", { token });
      return { token, variables: { since: data.catalogSnapshot.version } };
    },
    similarSkus: ({ counter: { owner: token } }) => ({ token, variables: { skus: ["sku-0001"] } }),
    updateCategory: ({ own, counter: { owner: token } }) => ({
      token,
      variables: {
        input: {
          ...{ categoryId: own.categoryId, version: 1, name: "Renamed", isDiscontinued: false },
          departmentTaxCodeId: own.taxCodeId,
        },
      },
    }),
  },
  callers: {
    ...categories.callers,
    variants: { document: 'query { variants(by: [{ sku: "SKU-0001" }]) { id unitCost } }', may: EVERYBODY },
    catalogSnapshot: { document: "query { catalogSnapshot { version } }", may: TERMINALS },
    catalogChanges: {
      document: "query ($since: String!) { catalogChanges(since: $since) { isReset } }",
      variables: () => ({ since: Buffer.from("[0]").toString("base64url") }),
      may: TERMINALS,
    },
    similarSkus: { document: 'query { similarSkus(skus: ["sku-0001"]) { sku } }', may: MANAGERS },
    updateCategory: {
      document: 'mutation { updateCategory(input: { categoryId: "x", version: 1 }) { userErrors { code path } } }',
      may: MANAGERS,
    },
  },
  rights: { updateCategory: ["owner", "manager", "owner at a terminal", "manager at a terminal"] },
  ids: {
    "variants.by.0.id": { kind: "var", unknown: "[null]", foreign: "variantId" },
    "updateCategory.input.departmentTaxCodeId": { kind: "tax", unknown: "UNKNOWN_TAX_CODE", foreign: "taxCodeId" },
    "updateCategory.input.categoryId": { kind: "cat", unknown: "UNKNOWN_CATEGORY", foreign: "categoryId" },
  },
  numbers: {
    ...categories.numbers,
    "updateCategory.input.version": [-1, 0, 2 ** 31 - 1].map((version) => [version, "VERSION_CONFLICT input.version"]),
  },
  texts: {
    ...categories.texts,
    "catalogSnapshot.after": { max: 64, code: "BAD_REQUEST", at: "" },
    "catalogChanges.since": { max: 64, code: "BAD_REQUEST", at: "" },
    "variants.by.0.sku": { max: 64, code: "[null]", at: "" },
    "variants.by.0.barcode": { max: 64, code: "[null]", at: "" },
    "updateCategory.input.name": { max: 200, code: "INVALID_NAME" },
    "similarSkus.skus.0": { max: 200, code: "BAD_REQUEST", at: "" },
  },
  lists: {
    "variants.by": { long: 101, element: () => ({ sku: "SKU-0001" }), tooLong: "BAD_REQUEST" },
    "similarSkus.skus": { long: 21, element: () => "SKU-0001", tooLong: "BAD_REQUEST" },
  },
};
