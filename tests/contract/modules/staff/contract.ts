import { createStaff, deactivateStaff } from "@pos/core/people/staff/index.ts";
import { done } from "../../../support/shop.ts";
import type { Stand } from "../../api/bad-input/stand.ts";
import { signIn } from "../../api/counter.ts";
import type {
  CallersRow,
  IdRow,
  Making,
  ModuleContract,
  NumberRow,
  SignedInCaller,
  TextRow,
  Variables,
} from "../../module-contract.ts";
import { pageContract } from "../page.ts";

const PASSWORD = "a heron reads slowly at dusk";
const PIN = "480971";

interface Person {
  readonly id: string;
  readonly token: string;
}

const people = new WeakMap<Stand, Map<string, Promise<Person>>>();

/** A person for one operation alone, who is signed in: the others change nothing of hers. */
function person(stand: Stand, operation: string): Promise<Person> {
  const known = people.get(stand) ?? new Map<string, Promise<Person>>();
  people.set(stand, known);
  const made = known.get(operation) ?? newPerson(stand, operation);
  known.set(operation, made);
  return made;
}

let lastNumber = 800_000;

async function newPerson({ counter: { shop, api } }: Stand, operation: string): Promise<Person> {
  lastNumber += 1;
  const id = shop.clock.newId("stf");
  const email = `${operation.toLowerCase()}@staff.example`;
  const input = { id, name: "Robin", role: "CASHIER", email, password: PASSWORD } as const;
  done(await createStaff(shop.owner, { ...input, operatorNumber: String(lastNumber), pin: PIN }));
  if (operation === "reactivateStaff") done(await deactivateStaff(shop.owner, { staffId: id, version: 1 }));
  const { token } = await signIn(api, email, PASSWORD);
  return { id, token: token ?? "" };
}

const byOwner =
  (operation: string, input: (stand: Stand) => Variables): Making =>
  async (stand) => ({
    token: stand.counter.owner,
    variables: { input: { staffId: (await person(stand, operation)).id, ...input(stand) } },
  });
const byOneself =
  (operation: string, input: Variables): Making =>
  async (stand) => ({ token: (await person(stand, operation)).token, variables: { input } });

const good: { readonly [operation: string]: Making } = {
  updateStaff: byOwner("updateStaff", ({ own }) => ({
    ...{ version: 1, name: "Robin B.", role: "MANAGER", locationIds: [own.locationId] },
    ...{
      email: "robin@shop.example",
      password: "nine lanterns over the quay",
      operatorNumber: "900100",
      pin: "739264",
    },
  })),
  deactivateStaff: byOwner("deactivateStaff", () => ({ version: 1 })),
  reactivateStaff: byOwner("reactivateStaff", () => ({ version: 2 })),
  setStaffPin: byOwner("setStaffPin", () => ({ operatorNumber: "900200", pin: "482617" })),
  setStaffPassword: byOwner("setStaffPassword", () => ({
    email: "set@shop.example",
    password: "four quiet orchards uphill",
  })),
  updateAccount: byOneself("updateAccount", {
    ...{ version: 1, name: "Robin C.", email: "own@shop.example", currentPassword: PASSWORD },
  }),
  changePassword: byOneself("changePassword", { currentPassword: PASSWORD, newPassword: "seven kettles by the sea" }),
  changePin: byOneself("changePin", { currentPassword: PASSWORD, pin: "482617" }),
};

const STAFF: IdRow = { kind: "stf", unknown: "UNKNOWN_STAFF", foreign: "staffId" };
const VERSION: NumberRow = [0, -1, 99, 2 ** 31 - 1, -(2 ** 31)].map((sent) => [sent, "VERSION_CONFLICT input.version"]);
const email = (text: string) => `${text}@shop.example`;
const row = (max: number, code: string, shape?: TextRow["shape"]): TextRow => ({
  max,
  code,
  ...(shape ? { shape } : {}),
});
const PASSWORD_ROW = row(128, "INVALID_PASSWORD", (text) => `${text} and twelve`);
const [NAME, EMAIL, NUMBER, PIN_ROW] = [
  row(200, "INVALID_NAME"),
  row(320, "INVALID_EMAIL", email),
  row(10, "INVALID_OPERATOR_NUMBER"),
  row(12, "INVALID_PIN"),
];

const OWNERS: readonly SignedInCaller[] = ["owner", "limited owner"];
const AT_DASHBOARD: readonly SignedInCaller[] = ["owner", "manager", "cashier", "limited owner", "limited manager"];
const of = (
  operation: string,
  input: string,
  may: CallersRow["may"],
): { readonly [operation: string]: CallersRow } => ({
  [operation]: { document: `mutation { ${operation}(input: { ${input} }) { userErrors { code path } } }`, may },
});
const page = pageContract("staffPage", ["owner"], () => ({ filter: { isActive: true, search: "o", role: "OWNER" } }));

export const staffContract: ModuleContract = {
  good: { ...page.good, ...good },
  callers: {
    ...page.callers,
    ...of("updateStaff", `staffId: "x", version: 1`, ["owner"]),
    ...of("deactivateStaff", `staffId: "x", version: 1`, ["owner"]),
    ...of("reactivateStaff", `staffId: "x", version: 1`, ["owner"]),
    ...of("setStaffPin", `staffId: "x", pin: "1"`, ["owner"]),
    ...of("setStaffPassword", `staffId: "x", password: "x"`, ["owner"]),
    ...of("updateAccount", "version: 0", ["cashier", "manager", "owner"]),
    ...of("changePassword", `currentPassword: "", newPassword: ""`, ["cashier", "manager", "owner"]),
    ...of("changePin", `currentPassword: "", pin: ""`, ["cashier", "manager", "owner"]),
  },
  rights: {
    ...{ updateStaff: OWNERS, deactivateStaff: OWNERS, reactivateStaff: OWNERS },
    ...{ setStaffPin: OWNERS, setStaffPassword: OWNERS },
    ...{ updateAccount: AT_DASHBOARD, changePassword: AT_DASHBOARD, changePin: AT_DASHBOARD },
  },
  ids: {
    "updateStaff.input.staffId": STAFF,
    "updateStaff.input.locationIds.0": { kind: "loc", unknown: "INVALID_LOCATIONS", foreign: "locationId" },
    "deactivateStaff.input.staffId": STAFF,
    "reactivateStaff.input.staffId": STAFF,
    "setStaffPin.input.staffId": STAFF,
    "setStaffPassword.input.staffId": STAFF,
  },
  numbers: {
    ...page.numbers,
    "updateStaff.input.version": VERSION,
    "deactivateStaff.input.version": VERSION,
    "reactivateStaff.input.version": VERSION,
    "updateAccount.input.version": VERSION,
  },
  texts: {
    ...page.texts,
    "staffPage.filter.search": { max: 200, code: "BAD_REQUEST", at: "" },
    "updateStaff.input.name": NAME,
    "updateStaff.input.email": EMAIL,
    "updateStaff.input.password": PASSWORD_ROW,
    "updateStaff.input.operatorNumber": NUMBER,
    "updateStaff.input.pin": PIN_ROW,
    "setStaffPin.input.operatorNumber": NUMBER,
    "setStaffPin.input.pin": PIN_ROW,
    "setStaffPassword.input.email": EMAIL,
    "setStaffPassword.input.password": PASSWORD_ROW,
    "updateAccount.input.name": NAME,
    "updateAccount.input.email": EMAIL,
    "changePassword.input.newPassword": PASSWORD_ROW,
    "changePin.input.pin": PIN_ROW,
  },
  lists: {
    "updateStaff.input.locationIds": {
      empty: "INVALID_LOCATIONS input.locationIds",
      long: 1001,
      element: () => `loc_${String(++locations).padStart(26, "0")}`,
      tooLong: "INVALID_LOCATIONS input.locationIds",
    },
  },
};
let locations = 0;
