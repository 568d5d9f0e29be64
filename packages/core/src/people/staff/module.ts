import type { Module } from "../../module.ts";
import { staffMaster } from "./records.ts";

export const staffModule = {
  masters: [staffMaster],
  idPrefixes: { stf: "staff" },
  permissions: {
    "staff:read": { grantees: ["OWNER"], description: "Read who works for the merchant." },
    "staff:write": { grantees: ["OWNER"], needs: ["DASHBOARD"], description: "Create and change staff." },
  },
  failureCodes: {
    UNKNOWN_STAFF: "There is no such staff member.",
    WRONG_PASSWORD: "The current password is wrong.",
    OWN_ACCOUNT: "An owner cannot change this of their own account: another owner has to.",
    INVALID_STAFF: "There is neither an e-mail address nor an operator number to sign in by.",
    INVALID_LOCATIONS: "There are no locations, too many, or one is unknown.",
    INVALID_PASSWORD: "The password is too short or too long.",
    INVALID_OPERATOR_NUMBER: "The operator number is malformed.",
    WEAK_PASSWORD: "The password is a common one, or made of what is known of the person or the merchant.",
    INVALID_PIN: "The PIN is malformed, or shorter than the role needs.",
    WEAK_PIN: "The PIN is one that is tried first.",
    EMAIL_TAKEN: "Another staff member has this e-mail address.",
    EMAIL_NOT_AVAILABLE: "This e-mail address cannot be used.",
    OPERATOR_NUMBER_TAKEN: "Another staff member has this operator number.",
  },
} as const satisfies Module;
