import { present } from "@pos/core/base/result.ts";
import {
  adoptTaxRegime,
  changeTaxRate,
  createTaxCode,
  getTaxes,
  getTaxSettings,
  REGIMES,
  type RegimeName,
  rateOn,
  type TaxCode,
  updateTaxCode,
  updateTaxSettings,
} from "@pos/core/goods/tax/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { RequestContext } from "../context.ts";
import type { ApiModule } from "../module.ts";
import { payload } from "../payload.ts";
import type { DatedTaxRate, TaxRegime } from "./mappers.ts";

const REGIME_NAMES = Object.keys(REGIMES) as RegimeName[];

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async taxCodes(_, __, context) {
      const { table, caller } = requireCaller(context);
      return Object.values((await getTaxes(table, caller.merchantId)).codes);
    },
    taxRegimes: () => REGIME_NAMES.map((name): TaxRegime => ({ name, ...REGIMES[name] })),
    taxSettings(_, __, context) {
      const { table, caller } = requireCaller(context);
      return getTaxSettings(table, caller.merchantId);
    },
  },
  Mutation: {
    adoptTaxRegime: async (_, { input: { regime: name, language, version } }, context) =>
      payload(
        "taxSettings",
        await adoptTaxRegime(requireCaller(context), { name, isChinese: language === "ZH_HANS", version }),
      ),
    createTaxCode: async (_, { input }, context) =>
      payload("taxCode", await createTaxCode(requireCaller(context), input)),
    changeTaxRate: async (_, { input }, context) =>
      payload("taxSettings", await changeTaxRate(requireCaller(context), input)),
    updateTaxCode: async (_, { input }, context) =>
      payload("taxSettings", await updateTaxCode(requireCaller(context), input)),
    async updateTaxSettings(_, { input: { rounding: mode, defaultTaxCodeId: defaultCodeId, ...input } }, context) {
      const change = { ...input, ...(mode ? { mode } : {}), ...(defaultCodeId ? { defaultCodeId } : {}) };
      return payload("taxSettings", await updateTaxSettings(requireCaller(context), change));
    },
  },
  TaxCode: {
    rate: (code, _, context) => now(code, context).rate,
    components: (code, _, context) => componentsOf({ ...now(code, context), codeName: code.name }),
    rates: (code) => ratesOf(code, code.name),
    isDiscontinued: ({ isDiscontinued }) => isDiscontinued ?? false,
  },
  DatedTaxRate: { components: componentsOf },
  TaxComponent: { isCompound: ({ isCompound }) => isCompound ?? false },
  TaxRegime: {
    pricesIncludeTax: ({ regime }) => regime.pricesIncludeTax,
    level: ({ regime }) => regime.level,
    rounding: ({ regime }) => regime.mode,
    taxCodes: ({ codes }) => [...codes],
  },
  TaxRegimeCode: {
    name: ({ names }) => names[0],
    nameChinese: ({ names }) => names[1],
    rates: (code) => ratesOf(code, code.names[0]),
  },
  TaxSettings: {
    pricesIncludeTax: ({ regime }) => regime.pricesIncludeTax,
    level: ({ regime }) => regime.level,
    rounding: ({ regime }) => regime.mode,
    defaultTaxCode: ({ codes, defaultCodeId }) => present(codes[defaultCodeId], "the default tax code"),
    taxCodes: ({ codes }) => Object.values(codes),
  },
};

function ratesOf(code: Omit<TaxCode, "name">, codeName: string): DatedTaxRate[] {
  const { rate, components, changes = [] } = code;
  const first = { rate, ...(components === undefined ? {} : { components }) };
  return [first, ...changes].map((one) => ({ ...one, codeName }));
}

function now(code: TaxCode, { clock }: RequestContext) {
  return rateOn(code, clock.now().slice(0, 10));
}

function componentsOf({ codeName, rate, components }: DatedTaxRate) {
  return components === undefined ? [{ name: codeName, rate }] : [...components];
}

export const taxApi: ApiModule = {
  resolvers,
  nodes: {
    tax: {
      type: "TaxCode",
      load: async ({ table, caller }, id) => (await getTaxes(table, caller.merchantId)).codes[id],
    },
  },
};
