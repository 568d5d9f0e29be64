import type { Canary } from "./canary.ts";

/** Defences of our own against bad input, each taken away: the table of bad input (tests/contract/api/bad-input) must see it. */
export const GUARDS: readonly Omit<Canary, "targets">[] = [
  {
    name: "ids-not-checked",
    file: "core/src/base/id.ts",
    changes: [["&& ULID.test(text.slice(4))", "|| text !== prefix"]],
    caughtBy: "target: a malformed id is refused",
  },
  {
    name: "texts-not-checked",
    file: "core/src/base/text.ts",
    changes: [['if (CONTROL.test(text)) return "has control characters";', ""]],
    caughtBy: "target: a text that is too long or broken is refused",
  },
  {
    name: "texts-of-any-length",
    file: "core/src/base/text.ts",
    changes: [["if (text.length > charactersMax && [...text].length > charactersMax)", "if (text.length < 0)"]],
    caughtBy: "target: a text that is too long or broken is refused",
  },
  {
    name: "places-not-counted",
    file: "core/src/base/decimal.ts",
    changes: [
      [
        "if (given > places) return undefined; const digits = point < 0 ? decimal : decimal.slice(0, point) + decimal.slice(point + 1);",
        "const digits = (point < 0 ? decimal : decimal.slice(0, point) + decimal.slice(point + 1).slice(0, places)); if (given > places) return Number(digits);",
      ],
    ],
    caughtBy: "target: a number out of its range is refused",
  },
  {
    name: "quantities-of-any-size",
    file: "core/src/base/quantity.ts",
    changes: [["quantity === undefined || Math.abs(quantity) > QUANTITY_MAX ? undefined : quantity", "quantity"]],
    caughtBy: "target: a number out of its range is refused",
  },
  {
    name: "minor-units-of-any-size",
    file: "functions/src/api/scalars.ts",
    changes: [['typeof value !== "number" || !Number.isSafeInteger(value)', 'typeof value !== "number"']],
    caughtBy: "target: a value of a wrong type is refused at its place",
  },
  {
    name: "lists-of-any-length",
    file: "core/src/selling/sale/commands.ts",
    changes: [["if (inputs.some(({ lines }) => lines.length > LIMITS.saleLinesMax))", "if (inputs.length < 0)"]],
    caughtBy: "target: a list that is too long is refused",
  },
  {
    name: "batches-of-any-length",
    file: "core/src/selling/sale/commands.ts",
    changes: [["if (inputs.length > LIMITS.batchSalesMax)", "if (inputs.length < 0)"]],
    caughtBy: "target: a list that is too long is refused",
  },
  {
    name: "goods-worth-more-than-numbers",
    file: "core/src/goods/stock/rules.ts",
    changes: [
      [
        "Math.abs((a / c) * b) > max ? Math.sign(a) * max : multiplyDivide(a, b, c)",
        "max < 0 ? 0 : multiplyDivide(a, b, c)",
      ],
    ],
    caughtBy: "target: goods that no number can value are refused",
  },
  {
    name: "tenants-not-held-apart",
    file: "core/src/table/tenant.ts",
    changes: [["isOwn || pk.startsWith(DIRECTORY)", "isOwn || pk.length > 0"]],
    caughtBy: "target: a request cannot reach another merchant's keys",
  },
  {
    name: "every-location-covered",
    file: "core/src/people/access/rules.ts",
    changes: [
      [
        'return coverage === "all" || coverage.includes(locationId);',
        'return coverage === "all" || locationId.length > 0;',
      ],
    ],
    caughtBy: "target: what belongs to another location or merchant is not found",
  },
  {
    name: "expired-sessions-accepted",
    file: "functions/src/api/context.ts",
    changes: [["staff.disabled || session.expiresAt <= now ||", "staff.disabled ||"]],
    caughtBy: "target: an expired session is refused",
  },
  {
    name: "revoked-terminals-accepted",
    file: "functions/src/api/context.ts",
    changes: [["!terminal || terminal.revokedAt !== undefined ||", "!terminal ||"]],
    caughtBy: "target: a revoked terminal is refused",
  },
  {
    name: "any-secret-fits",
    file: "core/src/people/access/commands.ts",
    changes: [["given.length === wanted.length && timingSafeEqual(given, wanted)", "given.length === wanted.length"]],
    caughtBy: "target: a forged token is refused",
  },
  {
    name: "guesses-not-counted",
    file: "core/src/people/access/rules.ts",
    changes: [["if (failures < free) return 0;", "if (failures < 1_000) return 0;"]],
    caughtBy: "target: the sixth guess waits",
  },
  {
    name: "nobody-passes",
    file: "core/src/people/access/context.ts",
    changes: [
      ['if (caller.kind === "nobody") throw new RequestError("UNAUTHENTICATED", "This needs a valid token.");', ""],
      ["return { ...context, caller };", "return { ...context, caller } as Context;"],
    ],
    caughtBy: "target: a forged token is refused",
  },
  {
    name: "bodies-of-any-size",
    file: "functions/src/api/body.ts",
    changes: [["MAXIMUM_BODY_BYTES = 1_048_576", "MAXIMUM_BODY_BYTES = 104_857_600"]],
    caughtBy: "target: a body that is too large or no text is refused",
  },
  {
    name: "bodies-of-broken-text",
    file: "functions/src/api/body.ts",
    changes: [['isUtf8(bytes) ? bytes.toString("utf8") : undefined', 'bytes.toString("utf8")']],
    caughtBy: "target: a body that is too large or no text is refused",
  },
  {
    name: "documents-of-any-shape",
    file: "functions/src/api/limits.ts",
    changes: [
      ["if (shape[breach] > LIMITS[breach]) breaches.push(breach);", "if (shape[breach] < 0) breaches.push(breach);"],
    ],
    caughtBy: "target: a document beyond a limit is too complex",
  },
  {
    name: "documents-at-any-cost",
    file: "functions/src/api/limits.ts",
    changes: [["if (cost <= LIMITS.cost) return;", "if (cost >= 0) return;"]],
    caughtBy: "target: a document beyond a limit is too complex",
  },
  {
    name: "bugs-not-masked",
    file: "functions/src/api/errors.ts",
    changes: [
      [
        '{ code: "INTERNAL", message: INTERNAL_MESSAGE, cause: origin }',
        '{ code: "INTERNAL", message: String(origin), cause: origin }',
      ],
    ],
    caughtBy: "target: internal errors reach no client",
  },
  {
    name: "cursors-of-any-list",
    file: "functions/src/api/pages.ts",
    changes: [
      [
        "Array.isArray(read) && read[0] === list && isKey(read[1]) && cursorFor(list, read[1]) === cursor",
        "Array.isArray(read) && isKey(read[1])",
      ],
    ],
    caughtBy: "target: a cursor of another list is refused",
  },
];
