import type { Stand } from "../../api/bad-input/stand.ts";
import { taxComponents } from "../../api/bad-input/things.ts";
import type { ModuleContract } from "../../module-contract.ts";
import { EVERYBODY } from "../page.ts";

async function settings({ counter }: Stand): Promise<{ version: number; defaultTaxCode: { id: string } }> {
  const { data } = await counter.api.call("{ taxSettings { version defaultTaxCode { id } } }", {
    token: counter.owner,
  });
  return data.taxSettings;
}

const VERSIONS = [0, -1, 99, 2 ** 31 - 1, -(2 ** 31)].map(
  (version) => [version, "VERSION_CONFLICT input.version"] as const,
);

const percent = (place: string) =>
  ["-0.000001", "-1", "100.000001", "101", "1.0000001"].map((value) => [value, `INVALID_RATE ${place}`] as const);

const rates = (operation: string) => ({
  [`${operation}.input.rate`]: percent("input.rate"),
  [`${operation}.input.components.0.rate`]: percent("input.components.0.rate"),
});
let made = 0;
const lists = (operation: string) => ({
  [`${operation}.input.components`]: {
    ...{ long: 11, element: () => ({ name: `Tax ${++made}`, rate: "1" }) },
    ...{ empty: "INVALID_RATE input.components", tooLong: "INVALID_RATE input.components" },
  },
});

export const taxContract: ModuleContract = {
  good: {
    async adoptTaxRegime(stand) {
      const input = { regime: "GERMANY", language: "EN", version: (await settings(stand)).version };
      return { token: stand.counter.owner, variables: { input } };
    },
    async changeTaxRate(stand) {
      const { version, defaultTaxCode } = await settings(stand);
      return [{ rate: "21" }, { components: taxComponents() }].map((rate, index) => ({
        token: stand.counter.owner,
        // Sent one after the other.
        variables: { input: { taxCodeId: defaultTaxCode.id, from: "2099-01-01", ...rate, version: version + index } },
      }));
    },
    async updateTaxCode(stand) {
      const { version, defaultTaxCode } = await settings(stand);
      const input = { taxCodeId: defaultTaxCode.id, name: "Standard 20 %", isDiscontinued: false, version };
      return { token: stand.counter.owner, variables: { input } };
    },
    async updateTaxSettings(stand) {
      const { version, defaultTaxCode } = await settings(stand);
      const regime = { pricesIncludeTax: true, level: "LINE", rounding: "HALF_UP" };
      const input = { ...regime, defaultTaxCodeId: defaultTaxCode.id, version };
      return { token: stand.counter.owner, variables: { input } };
    },
  },
  callers: {
    taxSettings: { document: "query { taxSettings { version } }", may: EVERYBODY },
    taxRegimes: { document: "query { taxRegimes { name } }", may: EVERYBODY },
    adoptTaxRegime: {
      document: `mutation { adoptTaxRegime(input: { regime: TAX_FREE, version: 99 }) { userErrors { code } } }`,
      may: ["owner"],
    },
    updateTaxCode: {
      document: `mutation { updateTaxCode(input: { taxCodeId: "x", version: 1 }) { userErrors { code } } }`,
      may: ["owner"],
    },
    changeTaxRate: {
      document: `mutation { changeTaxRate(input: { taxCodeId: "x", from: "2099-01-01", version: 1 }) { userErrors { code } } }`,
      may: ["owner"],
    },
    updateTaxSettings: {
      document: `mutation { updateTaxSettings(input: { defaultTaxCodeId: "x", version: 1 }) { userErrors { code } } }`,
      may: ["owner"],
    },
  },
  rights: {
    adoptTaxRegime: ["owner"],
    changeTaxRate: ["owner"],
    updateTaxCode: ["owner"],
    updateTaxSettings: ["owner"],
  },
  ids: {
    "updateTaxCode.input.taxCodeId": { kind: "tax", unknown: "UNKNOWN_TAX_CODE", foreign: "taxCodeId" },
    "changeTaxRate.input.taxCodeId": { kind: "tax", unknown: "UNKNOWN_TAX_CODE", foreign: "taxCodeId" },
    "updateTaxSettings.input.defaultTaxCodeId": { kind: "tax", unknown: "UNKNOWN_TAX_CODE", foreign: "taxCodeId" },
  },
  texts: {
    "updateTaxCode.input.name": { max: 200, code: "INVALID_NAME" },
    "createTaxCode.input.components.0.name": { max: 200, code: "INVALID_NAME" },
    "changeTaxRate.input.components.0.name": { max: 200, code: "INVALID_NAME" },
  },
  numbers: {
    ...rates("createTaxCode"),
    ...rates("changeTaxRate"),
    "adoptTaxRegime.input.version": VERSIONS,
    "changeTaxRate.input.version": VERSIONS,
    "updateTaxCode.input.version": VERSIONS,
    "updateTaxSettings.input.version": VERSIONS,
  },
  lists: { ...lists("createTaxCode"), ...lists("changeTaxRate") },
};
