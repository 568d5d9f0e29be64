import type { Stand } from "../../api/bad-input/stand.ts";
import { complete, saleInput } from "../../api/counter.ts";
import type { ModuleContract, Variables } from "../../module-contract.ts";
import { MANAGERS } from "../page.ts";

/** The void of a sale that was sold just now. */
async function voidOfSale({ counter }: Stand): Promise<Variables> {
  const { sale } = await complete(counter, saleInput(counter));
  const { clock } = counter.shop;
  return { id: clock.newId("voi"), occurredAt: clock.now(), saleId: sale.id, reason: "Wrong item", writeOffLines: [1] };
}

const OPERATOR = { kind: "stf", unknown: "", broken: "INVALID_OPERATOR", isRecorded: true } as const;
const REASON = { max: 500, code: "INVALID_REASON" };
const LINE = (at: string) =>
  [0, -1, 2, 2 ** 31 - 1, -(2 ** 31)].map((value) => [value, `UNKNOWN_LINE ${at}.writeOffLines.0`] as const);
let line = 0;
const LINES = (at: string) => ({ long: 2001, element: () => ++line, tooLong: `INVALID_LINES ${at}.writeOffLines` });
const SENT = "input.facts.0.void";

export const voidContract: ModuleContract = {
  good: {
    async saleVoid(stand) {
      const input = await voidOfSale(stand);
      const mutation = "mutation ($input: VoidSaleInput!) { voidSale(input: $input) { userErrors { code } } }";
      await stand.counter.api.call(mutation, { token: stand.counter.owner, variables: { input } });
      return { token: stand.counter.owner, variables: { id: input.id } };
    },
    async voidSale(stand) {
      const input = { ...(await voidOfSale(stand)), operatorId: stand.own.staffId };
      return { token: stand.counter.owner, variables: { input } };
    },
  },
  callers: {
    saleVoid: {
      document: '{ saleVoid(id: "x") { id } }',
      may: ["terminal", "cashier at a terminal", "manager at a terminal", "cashier", "manager", "owner"],
    },
    voidSale: {
      document:
        'mutation { voidSale(input: { id: "x", saleId: "x", occurredAt: "2026-06-15T09:00:00Z", reason: "x" }) { userErrors { code } } }',
      may: MANAGERS,
    },
  },
  rights: {
    voidSale: [
      ...(["owner", "manager", "limited owner", "limited manager"] as const),
      ...(["owner at a terminal", "manager at a terminal", "limited manager at a terminal"] as const),
    ],
  },
  ids: {
    "saleVoid.id": { kind: "voi", unknown: "null" },
    "voidSale.input.id": { kind: "voi", malformed: "INVALID_ID" },
    "voidSale.input.saleId": {
      ...{ kind: "sal", unknown: "UNKNOWN_SALE" },
      ...{ foreign: "saleId", located: "saleId" },
    },
    "voidSale.input.operatorId": OPERATOR,
    "syncFacts.input.facts.0.void.id": { kind: "voi", malformed: "INVALID_ID" },
    "syncFacts.input.facts.0.void.saleId": { kind: "sal", unknown: "UNKNOWN_SALE", foreign: "saleId" },
    "syncFacts.input.facts.0.void.operatorId": OPERATOR,
  },
  numbers: {
    "voidSale.input.writeOffLines.0": LINE("input"),
    "syncFacts.input.facts.0.void.writeOffLines.0": LINE(SENT),
  },
  texts: {
    "voidSale.input.reason": REASON,
    "syncFacts.input.facts.0.void.reason": REASON,
  },
  lists: {
    "voidSale.input.writeOffLines": LINES("input"),
    "syncFacts.input.facts.0.void.writeOffLines": LINES(SENT),
  },
  instants: ["voidSale", "syncFacts"],
};
