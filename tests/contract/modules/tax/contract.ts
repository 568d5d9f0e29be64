import type { Stand } from "../../api/bad-input/stand.ts";
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

export const taxContract: ModuleContract = {
  good: {
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
    updateTaxCode: {
      document: `mutation { updateTaxCode(input: { taxCodeId: "x", version: 1 }) { userErrors { code } } }`,
      may: ["owner"],
    },
    updateTaxSettings: {
      document: `mutation { updateTaxSettings(input: { defaultTaxCodeId: "x", version: 1 }) { userErrors { code } } }`,
      may: ["owner"],
    },
  },
  rights: { updateTaxCode: ["owner"], updateTaxSettings: ["owner"] },
  ids: {
    "updateTaxCode.input.taxCodeId": { kind: "tax", unknown: "UNKNOWN_TAX_CODE", foreign: "taxCodeId" },
    "updateTaxSettings.input.defaultTaxCodeId": { kind: "tax", unknown: "UNKNOWN_TAX_CODE", foreign: "taxCodeId" },
  },
  texts: { "updateTaxCode.input.name": { max: 200, code: "INVALID_NAME" } },
  numbers: { "updateTaxCode.input.version": VERSIONS, "updateTaxSettings.input.version": VERSIONS },
};
