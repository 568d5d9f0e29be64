import type { ModuleContract } from "../../module-contract.ts";

export const setupContract: ModuleContract = {
  good: {
    async changeCurrency({ counter }) {
      const { data } = await counter.api.call("{ me { merchant { version } } }", { token: counter.owner });
      return { token: counter.owner, variables: { input: { currency: "GBP", version: data.me.merchant.version } } };
    },
  },
  callers: {
    setupSteps: { document: "query { setupSteps { name isDone } }", may: ["owner"] },
    currencyHold: { document: "query { currencyHold }", may: ["owner"] },
    changeCurrency: {
      document: `mutation { changeCurrency(input: { currency: "XXX", version: 1 }) { userErrors { code } } }`,
      may: ["owner"],
    },
  },
  numbers: {
    "changeCurrency.input.version": [-1, 99, 2 ** 31 - 1].map((version) => [version, "VERSION_CONFLICT input.version"]),
  },
  texts: { "changeCurrency.input.currency": { max: 3, code: "INVALID_CURRENCY" } },
  rights: { changeCurrency: ["owner"] },
};
