import { present } from "@pos/core/base/result.ts";
import { patchVariant } from "@pos/core/goods/catalog/index.ts";
import { createStaff } from "@pos/core/people/staff/index.ts";
import type { Table, Write } from "@pos/core/table/port/port.ts";
import { keyOf } from "@pos/core/table/port/validate.ts";
import { activate, type Data } from "../../../support/api.ts";
import { createShop, done } from "../../../support/shop.ts";
import { type Counter, closeCounter, openCounter, signIn } from "../counter.ts";
import { furnish, type Things } from "./things.ts";

/** Where bad input is tried: two merchants and two locations with something of every kind, and a table that is watched. */
export interface Stand {
  readonly counter: Counter;
  /** What the first merchant has at its first location. */
  readonly own: Things;
  /** Another merchant's. */
  readonly foreign: Things;
  readonly foreignMerchantId: string;
  readonly foreignOwner: string;
  /** The first merchant's second location, whose people see nothing of the first. */
  readonly branch: Branch;
  /** The keys of what was written since the last look. Sessions and counted attempts are no content. */
  taken(): string[];
}

export interface Branch {
  readonly locationId: string;
  readonly terminalId: string;
  readonly terminal: string;
  readonly manager: string;
  readonly operator: string;
}

export async function openStand(wrap = (table: Table) => table): Promise<Stand> {
  const written: string[] = [];
  const counter = await openCounter({ wrap: (table) => wrap(watched(table, written)), terminals: 2 });
  const { api, shop, owner, manager, terminal } = counter;
  const terminalId = present(shop.terminals[0], "a terminal").id;
  // One of its articles is sold in a pack of the same price, too.
  const packs = [{ name: "Case", size: 24, unitPrice: "1.99" }];
  done(await patchVariant(shop.owner, { variantId: present(shop.variants[0], "a variant").id, version: 1, packs }));
  const own = await furnish({ api, shop, owner, operator: manager, terminal, terminalId, locationId: shop.locationId });
  const other = await openOther(counter);
  const branch = await openBranch(counter);
  await api.reader.caughtUp();
  return {
    counter,
    own,
    ...other,
    branch,
    taken: () =>
      written
        .splice(0)
        .filter((key) => !/#(SESSION|ATTEMPTS|SIGNED_IN_AT)[# ]|^directory#(attempts#|throttle )/.test(key)),
  };
}

/** Every other thing that the tests make adds up, too. */
export async function closeStand({ counter }: Stand): Promise<void> {
  await closeCounter(counter);
}

function watched(table: Table, written: string[]): Table {
  const note = (writes: readonly Write[]) => {
    for (const { pk, sk } of writes.filter(({ op }) => op !== "check").map(keyOf)) written.push(`${pk} ${sk}`);
  };
  return {
    ...table,
    async write(write) {
      const result = await table.write(write);
      if (result.ok) note([write]);
      return result;
    },
    async transact(writes) {
      const result = await table.transact(writes);
      if (result.ok) note(writes);
      return result;
    },
  };
}

async function openOther({ shop, api }: Counter) {
  const other = await createShop({ engine: shop.engine, seed: 2 });
  const id = other.clock.newId("stf");
  const person = { email: "owner@other.example", password: "eleven quiet harbours" };
  const numbered = { operatorNumber: "1001", pin: "481001" };
  done(await createStaff(other.owner, { id, name: "Other", role: "OWNER", ...person, ...numbered }));
  const owner = (await signIn(api, person.email, person.password)).token as string;
  const terminalId = present(other.terminals[0], "a terminal").id;
  const terminal = await activate(api, owner, terminalId);
  const operator = await operatorToken(api, terminal, numbered);
  const { locationId } = other;
  const foreign = await furnish({ api, shop: other, owner, operator, terminal, terminalId, locationId });
  return { foreign, foreignOwner: owner, foreignMerchantId: other.merchantId };
}

async function openBranch({ shop, api, owner }: Counter): Promise<Branch> {
  const [locationId, terminalId] = [shop.clock.newId("loc"), shop.clock.newId("trm")];
  const person = { email: "branch@shop.example", password: "the branch opens at nine" };
  const numbered = { operatorNumber: "777", pin: "480777" };
  const staff = { id: shop.clock.newId("stf"), name: "Branch manager", role: "MANAGER", locationIds: [locationId] };
  const { data } = await api.call(
    `mutation ($l: CreateLocationInput!, $t: CreateTerminalInput!, $s: CreateStaffInput!) {
      createLocation(input: $l) { userErrors { code } } createTerminal(input: $t) { userErrors { code } }
      createStaff(input: $s) { userErrors { code } } }`,
    {
      variables: {
        l: { id: locationId, code: "LOW-ST", name: "Low Street", timeZone: "Europe/London" },
        t: { id: terminalId, code: "B1", name: "Branch 1", locationId },
        s: { ...staff, ...person, ...numbered },
      },
      token: owner,
    },
  );
  for (const { userErrors } of Object.values<Data>(data))
    if (userErrors.length > 0) throw new Error(JSON.stringify(data));
  const terminal = await activate(api, owner, terminalId);
  const manager = (await signIn(api, person.email, person.password)).token as string;
  return { locationId, terminalId, terminal, manager, operator: await operatorToken(api, terminal, numbered) };
}

async function operatorToken(
  api: Counter["api"],
  token: string,
  input: { readonly operatorNumber: string; readonly pin: string },
): Promise<string> {
  const document = "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token } }";
  const { data } = await api.call(document, { variables: { input }, token });
  return present<string>(data.signInOperator.token, "an operator's token");
}
