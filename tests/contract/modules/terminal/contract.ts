import type { ModuleContract } from "../../module-contract.ts";
import { MANAGERS, pageContract } from "../page.ts";

export const terminalContract: ModuleContract = {
  ...pageContract("terminalsPage", MANAGERS, ({ own }) => ({ filter: { locationId: own.locationId } })),
  ids: {
    "terminalsPage.filter.locationId": {
      kind: "loc",
      unknown: "null",
      foreign: "locationId",
      located: "locationId",
    },
  },
};
