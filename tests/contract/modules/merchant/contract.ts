import type { ModuleContract, NumberRow } from "../../module-contract.ts";

const LIMIT = "INVALID_LIMIT input";
const each = (expected: string, ...values: readonly unknown[]): NumberRow => values.map((value) => [value, expected]);

export const merchantContract: ModuleContract = {
  good: {
    patchRoleLimits: ({ counter }) => ({
      token: counter.owner,
      variables: { input: { role: "OWNER", discountPercent: "50.5", unlinkedRefund: 99_000, version: 1 } },
    }),
  },
  callers: {
    roleLimits: { document: "query { roleLimits { version } }", may: ["owner"] },
    patchRoleLimits: {
      document: `mutation { patchRoleLimits(input: { role: CASHIER, discountPercent: "-1", version: 1 }) { userErrors { code } } }`,
      may: ["owner"],
    },
  },
  numbers: {
    "patchRoleLimits.input.discountPercent": each(
      `${LIMIT}.discountPercent`,
      ...["-0.000001", "-1", "100.000001", "101", "1.0000001", `1${"0".repeat(5_000)}`],
    ),
    "patchRoleLimits.input.unlinkedRefund": each(`${LIMIT}.unlinkedRefund`, -1, -Number.MAX_SAFE_INTEGER),
    "patchRoleLimits.input.version": each("VERSION_CONFLICT input.version", ...[0, -1, 99, 2 ** 31 - 1, -(2 ** 31)]),
  },
};
