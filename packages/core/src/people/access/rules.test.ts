import { describe, expect, test } from "vitest";
import type { Coverage, KnownCaller, Role } from "./model.ts";
import { can, coverageAt, excessOf, lackOf } from "./rules.ts";

const at = { merchantId: "mer", terminalId: "trm", locationId: "loc_A" };
const staff = (role: Role, coverage: Coverage): KnownCaller => {
  return { kind: "staff", merchantId: "mer", staffId: "stf", sessionId: "", role, coverage };
};
const operator = (role: Role, coverage: Coverage): KnownCaller => {
  return { kind: "operator", ...at, staffId: "stf", role, coverage };
};
const terminal: KnownCaller = { kind: "terminal", ...at };

describe("excessOf: what a grant has beyond the caller's own", () => {
  test.each([
    ["an owner of all gives all", staff("OWNER", "all"), "OWNER", "all", undefined],
    ["an owner of all gives one", staff("OWNER", "all"), "OWNER", ["loc_B"], undefined],
    ["an owner of one gives all", staff("OWNER", ["loc_A"]), "OWNER", "all", "COVERAGE"],
    ["an owner of one gives another", staff("OWNER", ["loc_A"]), "CASHIER", ["loc_A", "loc_B"], "COVERAGE"],
    ["an owner of one gives that one", staff("OWNER", ["loc_A"]), "MANAGER", ["loc_A"], undefined],
    ["a manager gives a manager's role", staff("MANAGER", "all"), "MANAGER", "all", undefined],
    ["a manager gives an owner's role", staff("MANAGER", "all"), "OWNER", ["loc_A"], "ROLE"],
    ["a cashier gives a manager's role", operator("CASHIER", "all"), "MANAGER", ["loc_A"], "ROLE"],
    ["a terminal gives a cashier's role", terminal, "CASHIER", ["loc_A"], "ROLE"],
  ] as const)("%s", (_, caller, role, coverage, excess) => {
    expect(excessOf(caller, { role, coverage })).toBe(excess);
  });

  test("locations alone are compared when the grant has no role", () => {
    expect(excessOf(terminal, { coverage: ["loc_A"] })).toBeUndefined();
    expect(excessOf(terminal, { coverage: "all" })).toBe("COVERAGE");
  });
});

describe("lackOf: what a caller lacks for a permission", () => {
  test.each([
    ["a role that has it", staff("OWNER", "all"), "location:write", undefined],
    ["a role that has it not", staff("MANAGER", "all"), "location:write", "ROLE"],
    ["a role of one location, for what holds at all", staff("MANAGER", ["loc_A"]), "catalog:write", "ALL_LOCATIONS"],
    ["an operator's token, for people", operator("OWNER", "all"), "staff:write", "DASHBOARD"],
    ["an operator's token, for what holds at all", operator("MANAGER", "all"), "catalog:write", undefined],
    ["nothing, for what is at its location", staff("MANAGER", ["loc_A"]), "stock:write", undefined],
  ] as const)("%s", (_, caller, permission, lack) => {
    expect(lackOf(caller, permission)).toBe(lack);
    expect(can(caller, permission)).toBe(lack === undefined);
  });
});

describe("coverageAt: what an operator sees at a terminal", () => {
  test.each([
    ["CASHIER", "all", ["loc_A"]],
    ["CASHIER", ["loc_A", "loc_B"], ["loc_A"]],
    ["MANAGER", ["loc_A", "loc_B"], ["loc_A", "loc_B"]],
    ["OWNER", "all", "all"],
  ] as const)("%s with %s", (role, coverage, seen) => {
    expect(coverageAt("loc_A", { role, coverage })).toEqual(seen);
  });
});
