import type { Stand } from "../../api/bad-input/stand.ts";
import type { Making, ModuleContract, NumberRow } from "../../module-contract.ts";
import { EVERYBODY } from "../page.ts";

const VERSION: NumberRow = [0, -1, 99, 2 ** 31 - 1, -(2 ** 31)].map((value) => [
  value,
  "VERSION_CONFLICT input.version",
]);

const FIELDS = { name: "Meal voucher", chineseName: "餐券", givesChange: true, asksReference: true };

/** What an update is tried on, made once: a merchant has few. */
const made = new WeakMap<Stand, Promise<string>>();

async function create({ counter, taken }: Stand): Promise<string> {
  const id = counter.shop.clock.newId("pym");
  const mutation = "mutation ($input: CreatePaymentMethodInput!) { createPaymentMethod(input: $input) { __typename } }";
  await counter.api.call(mutation, { token: counter.owner, variables: { input: { id, name: "Voucher" } } });
  taken();
  return id;
}

const updated: Making = async (stand) => {
  const { api, owner } = stand.counter;
  const kept = made.get(stand) ?? create(stand);
  made.set(stand, kept);
  const paymentMethodId = await kept;
  const { data } = await api.call("{ paymentMethods { id version } }", { token: owner });
  const { version } = data.paymentMethods.find(({ id }: { readonly id: string }) => id === paymentMethodId);
  return { token: owner, variables: { input: { paymentMethodId, version, ...FIELDS, isEnded: false } } };
};

const NAME = { max: 40, code: "INVALID_NAME" };

export const paymentContract: ModuleContract = {
  good: {
    createPaymentMethod: ({ counter }) => ({
      token: counter.owner,
      variables: { input: { id: counter.shop.clock.newId("pym"), ...FIELDS } },
    }),
    updatePaymentMethod: updated,
  },
  callers: {
    paymentMethods: { document: "query { paymentMethods { id } }", may: EVERYBODY },
    createPaymentMethod: {
      document: `mutation { createPaymentMethod(input: { id: "x", name: "x" }) { userErrors { code } } }`,
      may: ["owner"],
    },
    updatePaymentMethod: {
      document: `mutation { updatePaymentMethod(input: { paymentMethodId: "x", version: 1 }) { userErrors { code } } }`,
      may: ["owner"],
    },
  },
  rights: { createPaymentMethod: ["owner"], updatePaymentMethod: ["owner"] },
  ids: {
    "createPaymentMethod.input.id": { kind: "pym", malformed: "INVALID_ID" },
    "updatePaymentMethod.input.paymentMethodId": { kind: "pym", unknown: "UNKNOWN_PAYMENT_METHOD" },
  },
  numbers: { "updatePaymentMethod.input.version": VERSION },
  texts: {
    "createPaymentMethod.input.name": NAME,
    "createPaymentMethod.input.chineseName": NAME,
    "updatePaymentMethod.input.name": NAME,
    "updatePaymentMethod.input.chineseName": NAME,
  },
};
