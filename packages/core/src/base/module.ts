/** The codes that several modules use. */
export const baseModule = {
  failureCodes: {
    ID_CONFLICT: "Something else was created or recorded with this id.",
    VERSION_CONFLICT: "The record has changed since it was read.",
    INVALID_ID: "The id is malformed or used twice.",
    INVALID_NAME: "The name is missing or too long.",
    INVALID_CODE: "The code is malformed.",
    CODE_TAKEN: "Another terminal or location has this code.",
    INVALID_NOTE: "The note is missing or too long.",
    INVALID_REASON: "The reason is missing or too long.",
    INVALID_EMAIL: "The e-mail address is malformed.",
    INVALID_PHONE: "The telephone number is malformed.",
    INVALID_TIME: "The time of day is malformed.",
    INVALID_LINES: "There are no lines, too many, or they sum to too much.",
    INVALID_LINE: "A line is incomplete or contradicts itself.",
    INVALID_QUANTITY: "The quantity is malformed or out of range.",
  },
} as const;
