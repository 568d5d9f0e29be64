import type { Stand } from "../../api/bad-input/stand.ts";
import type { ModuleContract } from "../../module-contract.ts";
import { EVERYBODY, pageContract } from "../page.ts";

/** Two refunds without a sale, so that the list has more than a page of one. */
async function listed({ own, counter }: Stand): Promise<string> {
  const { api, shop, owner: token } = counter;
  const refund = "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code } } }";
  for (const reason of ["Broken", "Too small"]) {
    const lines = [{ description: "Something", unitPrice: "1.99", quantity: "1" }];
    const payments = [{ id: shop.clock.newId("pay"), method: "CARD", amount: 199 }];
    const made = { id: shop.clock.newId("ref"), occurredAt: shop.clock.now(), locationId: own.locationId };
    await api.call(refund, { token, variables: { input: { ...made, lines, payments, reason } } });
  }
  await api.reader.caughtUp();
  const query = "query ($at: ID!) { unlinkedRefunds(locationId: $at, first: 1) { pageInfo { endCursor } } }";
  const { data } = await api.call(query, { token, variables: { at: own.locationId } });
  return data.unlinkedRefunds.pageInfo.endCursor;
}

const page = pageContract("unlinkedRefunds", EVERYBODY);

export const refundContract: ModuleContract = {
  ...page,
  good: {
    unlinkedRefunds: async (stand) => {
      const { locationId } = stand.own;
      const after = await listed(stand);
      const token = stand.counter.owner;
      return [
        { token, variables: { locationId, first: 5, from: "2026-01-01", to: "2026-12-31" } },
        { token, variables: { locationId, after } },
      ];
    },
  },
  callers: {
    unlinkedRefunds: { document: 'query { unlinkedRefunds(locationId: "x") { nodes { id } } }', may: EVERYBODY },
  },
  ids: {
    "unlinkedRefunds.locationId": { kind: "loc", unknown: "null", foreign: "locationId", located: "locationId" },
  },
};
