import type { Module } from "../../module.ts";

export const mailModule = {
  idPrefixes: { rsc: "report schedule", rsn: "report sending", rml: "mail with a receipt" },
  permissions: {
    "report:schedule": {
      grantees: ["MANAGER", "OWNER"],
      description: "Schedule and send reports, and read whom they are sent to.",
    },
  },
  failureCodes: {
    UNKNOWN_REPORT_SCHEDULE: "There is no such report schedule.",
    INVALID_RECIPIENTS: "There are no recipients, too many, or an address is malformed.",
    TOO_MANY_REPORT_SCHEDULES: "The location has as many report schedules as it may have.",
  },
} as const satisfies Module;
