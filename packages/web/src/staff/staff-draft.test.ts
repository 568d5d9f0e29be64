import { describe, expect, test } from "vitest";
import { changeOf, newDraft, newStaffOf, type StaffDraft } from "./staff-draft.ts";

const BEFORE: StaffDraft = {
  ...{ name: "Maya", role: "CASHIER", locationIds: ["loc_b", "loc_a"] },
  ...{ isAtRegister: true, operatorNumber: "1001", pin: "" },
  ...{ isAtDashboard: true, email: "maya@shop.example", password: "" },
};
const STAFF = { id: "stf_1", version: 4 };

describe("newDraft", () => {
  test("proposes the number after the highest", () => {
    expect(newDraft([]).operatorNumber).toBe("1001");
    expect(newDraft(["1001", "1204", "17"]).operatorNumber).toBe("1205");
  });

  test("proposes no number after one that is a telephone's or a badge's", () => {
    expect(newDraft(["4915112345"]).operatorNumber).toBe("1001");
  });
});

describe("newStaffOf", () => {
  test("contains what the chosen ways of signing in need, and nothing of the others", () => {
    const draft = { ...BEFORE, isAtDashboard: false, pin: "482617" };
    expect(newStaffOf("stf_1", draft)).toEqual({
      ...{ id: "stf_1", name: "Maya", role: "CASHIER", locationIds: ["loc_b", "loc_a"] },
      ...{ operatorNumber: "1001", pin: "482617" },
    });
    expect(newStaffOf("stf_1", { ...draft, locationIds: [] })).not.toHaveProperty("locationIds");
  });
});

describe("changeOf", () => {
  test("contains nothing when nothing was changed, whatever the order of the locations", () => {
    expect(changeOf(STAFF, BEFORE, { ...BEFORE, locationIds: ["loc_a", "loc_b"] })).toEqual({
      staffId: "stf_1",
      version: 4,
    });
  });

  test.each<[string, Partial<StaffDraft>, object]>([
    ["name", { name: " Maya B. " }, { name: "Maya B." }],
    ["role", { role: "MANAGER" }, { role: "MANAGER" }],
    ["locations to all", { locationIds: [] }, { locationIds: null }],
    ["register to none", { isAtRegister: false, pin: "482617" }, { operatorNumber: null }],
    ["dashboard to none", { isAtDashboard: false }, { email: null }],
    ["PIN", { pin: "482617" }, { pin: "482617" }],
    ["password", { password: "four quiet orchards" }, { password: "four quiet orchards" }],
  ])("contains a changed %s", (_name, fields, change) => {
    expect(changeOf(STAFF, BEFORE, { ...BEFORE, ...fields })).toEqual({ staffId: "stf_1", version: 4, ...change });
  });
});
