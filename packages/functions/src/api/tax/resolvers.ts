import { present } from "@pos/core/base/result.ts";
import {
  createTaxCode,
  getTaxes,
  getTaxSettings,
  updateTaxCode,
  updateTaxSettings,
} from "@pos/core/goods/tax/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { ApiModule } from "../module.ts";
import { payload } from "../payload.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async taxCodes(_, __, context) {
      const { table, caller } = requireCaller(context);
      return Object.values((await getTaxes(table, caller.merchantId)).codes);
    },
    taxSettings(_, __, context) {
      const { table, caller } = requireCaller(context);
      return getTaxSettings(table, caller.merchantId);
    },
  },
  Mutation: {
    createTaxCode: async (_, { input }, context) =>
      payload("taxCode", await createTaxCode(requireCaller(context), input)),
    updateTaxCode: async (_, { input }, context) =>
      payload("taxSettings", await updateTaxCode(requireCaller(context), input)),
    async updateTaxSettings(_, { input: { rounding: mode, defaultTaxCodeId: defaultCodeId, ...input } }, context) {
      const change = { ...input, ...(mode ? { mode } : {}), ...(defaultCodeId ? { defaultCodeId } : {}) };
      return payload("taxSettings", await updateTaxSettings(requireCaller(context), change));
    },
  },
  TaxCode: { isDiscontinued: ({ isDiscontinued }) => isDiscontinued ?? false },
  TaxSettings: {
    pricesIncludeTax: ({ regime }) => regime.pricesIncludeTax,
    level: ({ regime }) => regime.level,
    rounding: ({ regime }) => regime.mode,
    defaultTaxCode: ({ codes, defaultCodeId }) => present(codes[defaultCodeId], "the default tax code"),
    taxCodes: ({ codes }) => Object.values(codes),
  },
};

export const taxApi: ApiModule = {
  resolvers,
  nodes: {
    tax: {
      type: "TaxCode",
      load: async ({ table, caller }, id) => (await getTaxes(table, caller.merchantId)).codes[id],
    },
  },
};
