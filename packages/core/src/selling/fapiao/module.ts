import type { Module } from "../../module.ts";
import { fapiaoMaster } from "./records.ts";

export const fapiaoModule = {
  masters: [fapiaoMaster],
  permissions: {
    "fapiao:read": { grantees: ["MANAGER", "OWNER"], description: "Read which fapiaos were asked for, and by whom." },
    "fapiao:write": { grantees: ["MANAGER", "OWNER"], description: "Note the numbers of fapiaos that were issued." },
  },
  failureCodes: {
    INVALID_FAPIAO_TITLE: "The buyer's title is missing or too long.",
    INVALID_FAPIAO_TAX_NUMBER: "The buyer's tax number is missing or malformed.",
    INVALID_FAPIAO_NUMBER: "The number of the fapiao is malformed.",
    UNKNOWN_FAPIAO: "No fapiao was asked for.",
    FAPIAO_ISSUED: "The fapiao is issued: it cannot be changed any more.",
    FAPIAO_WITHOUT_AMOUNT: "All of the sale came back.",
    UNKNOWN_LINK: "The link opens no receipt.",
  },
} as const satisfies Module;
