import type { Making, ModuleContract, NumberRow, SignedInCaller } from "../../module-contract.ts";
import { MANAGERS } from "../page.ts";

const MAY: readonly SignedInCaller[] = [
  ...(["owner", "manager", "owner at a terminal", "manager at a terminal", "limited manager"] as const),
  ...(["limited manager at a terminal", "limited owner"] as const),
];
const VERSION: NumberRow = [0, -1, 99, 2 ** 31 - 1, -(2 ** 31)].map((value) => [
  value,
  "VERSION_CONFLICT input.version",
]);

const renamed: Making = async ({ counter: { api, owner }, own }) => {
  const { data } = await api.call("{ customerGroups { id version } }", { token: owner });
  const { version } = data.customerGroups.find(({ id }: { readonly id: string }) => id === own.groupId);
  const input = { customerGroupId: own.groupId, version, name: `Trade ${version}`, isEnded: false };
  return { token: owner, variables: { input } };
};

export const customerGroupContract: ModuleContract = {
  good: {
    createCustomerGroup: ({ counter }) => ({
      token: counter.owner,
      variables: { input: { id: counter.shop.clock.newId("grp"), name: "Members" } },
    }),
    updateCustomerGroup: renamed,
  },
  callers: {
    customerGroups: { document: "query { customerGroups { id } }", may: MANAGERS },
    createCustomerGroup: {
      document: `mutation { createCustomerGroup(input: { id: "x", name: "x" }) { userErrors { code } } }`,
      may: MANAGERS,
    },
    updateCustomerGroup: {
      document: `mutation { updateCustomerGroup(input: { customerGroupId: "x", name: "x", version: 1 }) { userErrors { code } } }`,
      may: MANAGERS,
    },
  },
  rights: { createCustomerGroup: MAY, updateCustomerGroup: MAY },
  ids: {
    "createCustomerGroup.input.id": { kind: "grp", malformed: "INVALID_ID" },
    "updateCustomerGroup.input.customerGroupId": { kind: "grp", unknown: "UNKNOWN_CUSTOMER_GROUP", foreign: "groupId" },
  },
  numbers: { "updateCustomerGroup.input.version": VERSION },
  texts: {
    "createCustomerGroup.input.name": { max: 200, code: "INVALID_NAME" },
    "updateCustomerGroup.input.name": { max: 200, code: "INVALID_NAME" },
  },
};
