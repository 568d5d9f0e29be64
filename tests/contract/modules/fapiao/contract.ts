import type { Stand } from "../../api/bad-input/stand.ts";
import { type CallerKind, type ModuleContract, SIGNED_IN_CALLERS } from "../../module-contract.ts";
import { EVERYBODY, MANAGERS, pageContract } from "../page.ts";

const ALL: readonly CallerKind[] = [
  ...(["none", "rubbish", "wrong secret", "expired operator", "expired owner", "revoked terminal"] as const),
  ...(["operator at a revoked terminal", ...EVERYBODY] as const),
];

const BUYER = { buyerKind: "COMPANY", title: "Example Ltd", taxNumber: "91310000123456789X", email: "a@shop.example" };

/** The sale's fapiao is asked for; two requests make the list have more than a page of one. */
async function asked({ own, counter }: Stand): Promise<number> {
  const ask = `mutation ($input: RequestFapiaoInput!) { requestFapiao(input: $input) { fapiao { version } } }`;
  const variables = { input: { ...BUYER, factId: own.saleId } };
  const { data } = await counter.api.call(ask, { token: counter.owner, variables });
  return data.requestFapiao.fapiao.version;
}

const page = pageContract("fapiaoRequests", MANAGERS, () => ({ isIssued: false }));

export const fapiaoContract: ModuleContract = {
  good: {
    fapiaoRequests: async (stand) => {
      const version = await asked(stand);
      const { token, variables } = { token: stand.counter.owner, variables: { first: 5, isIssued: version < 0 } };
      const { data } = await stand.counter.api.call("{ fapiaoRequests(first: 1) { pageInfo { endCursor } } }", {
        token,
      });
      return [
        { token, variables },
        { token, variables: { after: data.fapiaoRequests.pageInfo.endCursor } },
      ];
    },
    requestFapiao: ({ own, counter }) => ({
      token: counter.owner,
      variables: { input: { ...BUYER, factId: own.saleId } },
    }),
    requestFapiaoByLink: async ({ own, counter }) => {
      const query = "query ($id: ID!) { sale(id: $id) { receipt { link } } }";
      const { data } = await counter.api.call(query, { token: counter.owner, variables: { id: own.saleId } });
      const token = String(data.sale.receipt.link).split("/r/")[1];
      return { token: undefined, variables: { input: { ...BUYER, token } } };
    },
    issueFapiao: async (stand) => ({
      token: stand.counter.owner,
      variables: { input: { factId: stand.own.saleId, invoiceNumber: "25317000001", version: await asked(stand) } },
    }),
  },
  callers: {
    ...page.callers,
    requestFapiao: {
      document:
        'mutation { requestFapiao(input: { factId: "x", buyerKind: PERSON, title: "x" }) { userErrors { code } } }',
      may: EVERYBODY,
    },
    requestFapiaoByLink: {
      document:
        'mutation { requestFapiaoByLink(input: { token: "x", buyerKind: PERSON, title: "x" }) { userErrors { code } } }',
      may: ALL,
    },
    issueFapiao: {
      document:
        'mutation { issueFapiao(input: { factId: "x", invoiceNumber: "1", version: 1 }) { userErrors { code } } }',
      may: MANAGERS,
    },
  },
  rights: {
    requestFapiao: SIGNED_IN_CALLERS,
    requestFapiaoByLink: SIGNED_IN_CALLERS,
    issueFapiao: [
      ...(["owner", "manager", "limited owner", "limited manager"] as const),
      ...(["owner at a terminal", "manager at a terminal", "limited manager at a terminal"] as const),
    ],
  },
  ids: {
    "requestFapiao.input.factId": { kind: "sal", unknown: "UNKNOWN_SALE", foreign: "saleId", located: "saleId" },
    "issueFapiao.input.factId": { kind: "sal", unknown: "UNKNOWN_FAPIAO", foreign: "saleId", located: "saleId" },
  },
  numbers: {
    ...page.numbers,
    "issueFapiao.input.version": [0, -1, 2 ** 31 - 1].map((version) => [version, "VERSION_CONFLICT input.version"]),
  },
  texts: {
    ...page.texts,
    "requestFapiao.input.title": { max: 100, code: "INVALID_FAPIAO_TITLE" },
    "requestFapiao.input.taxNumber": { max: 20, code: "INVALID_FAPIAO_TAX_NUMBER" },
    "requestFapiao.input.email": { max: 254, code: "INVALID_EMAIL" },
    "requestFapiaoByLink.input.token": { max: 75, code: "UNKNOWN_LINK" },
    "requestFapiaoByLink.input.title": { max: 100, code: "INVALID_FAPIAO_TITLE" },
    "requestFapiaoByLink.input.taxNumber": { max: 20, code: "INVALID_FAPIAO_TAX_NUMBER" },
    "requestFapiaoByLink.input.email": { max: 254, code: "INVALID_EMAIL" },
    "issueFapiao.input.invoiceNumber": { max: 40, code: "INVALID_FAPIAO_NUMBER" },
  },
};
