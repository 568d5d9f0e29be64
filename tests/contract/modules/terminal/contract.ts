import type { ModuleContract } from "../../module-contract.ts";
import { MANAGERS, pageContract } from "../page.ts";

const page = pageContract("terminalsPage", MANAGERS, ({ own }) => ({ filter: { locationId: own.locationId } }));

export const terminalContract: ModuleContract = {
  ...page,
  callers: {
    ...page.callers,
    terminalOperators: {
      document: "query { terminalOperators { id name operatorNumber } }",
      may: ["terminal", "cashier at a terminal", "manager at a terminal"],
    },
  },
  ids: {
    "terminalsPage.filter.locationId": {
      kind: "loc",
      unknown: "null",
      foreign: "locationId",
      located: "locationId",
    },
  },
};
