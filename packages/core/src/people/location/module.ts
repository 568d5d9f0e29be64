import type { Module } from "../../module.ts";
import { locationLogoMaster, locationMaster } from "./index.ts";

export const locationModule = {
  masters: [locationMaster, locationLogoMaster],
  idPrefixes: { loc: "location" },
  permissions: {
    "location:write": {
      grantees: ["OWNER"],
      needs: ["ALL_LOCATIONS", "DASHBOARD"],
      description: "Create and change locations.",
    },
  },
  failureCodes: {
    UNKNOWN_LOCATION: "There is no such location.",
    INVALID_TIME_ZONE: "The time zone is unknown.",
    INVALID_DAY_END: "The hour at which business days end is out of range.",
  },
} as const satisfies Module;
