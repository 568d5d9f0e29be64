import { createCategory, createProduct } from "@pos/core/goods/catalog/index.ts";
import { beginSending, createReportSchedule, deleteReportSchedule } from "@pos/core/office/mail/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { createTerminal } from "@pos/core/people/terminal/index.ts";
import type { Key, Table } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import { type Counter, closeCounter, openCounter } from "./counter.ts";

/** What leads from one thing to another: read together for a whole page. */
let counter: Counter;
const reads: (readonly Key[])[] = [];

function recordingReads(table: Table): Table {
  return {
    ...table,
    get(key) {
      reads.push([key]);
      return table.get(key);
    },
    batchGet(keys) {
      reads.push(keys);
      return table.batchGet(keys);
    },
  };
}

beforeAll(async () => {
  counter = await openCounter({ wrap: recordingReads, variants: 12 });
  const { shop } = counter;
  for (const code of ["A", "B", "C", "D"]) {
    const location = { id: shop.clock.newId("loc"), code, name: `Shop ${code}`, timeZone: "Europe/London" };
    done(await createLocation(shop.owner, location));
    const terminal = { id: shop.clock.newId("trm"), code, name: `Terminal ${code}`, locationId: location.id };
    done(await createTerminal(shop.owner, terminal));
  }
});
afterAll(() => closeCounter(counter));
beforeEach(() => {
  reads.length = 0;
});

async function ask(query: string, variables: object = {}, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

/** The reads of records of one kind: each a list of keys that were read together. */
function readsOf(kind: string): number[] {
  return reads
    .filter((keys) => keys.some(({ pk, sk }) => `${pk}#${sk}`.includes(`#${kind}`)))
    .map((keys) => keys.length);
}

test("terminals: read the locations of all terminals at once", async () => {
  const { terminals } = await ask("{ terminals { id location { id name } } }");
  expect(terminals.map(({ location }: Data) => location.name)).toEqual(
    expect.arrayContaining(["Shop A", "Shop B", "Shop C", "Shop D"]),
  );
  expect(readsOf("LOCATION")).toEqual([5]);
});

test("products: read categories, variants and their products of a page at once", async () => {
  const { shop } = counter;
  const categories = ["c1", "c2", "c3"].map((name) => ({ id: shop.clock.newId("cat"), name }));
  for (const [index, category] of categories.entries()) {
    done(await createCategory(shop.owner, category));
    const variants = ["a", "b"].map((size) => {
      const id = shop.clock.newId("var");
      return { id, sku: `${size}-${id}`, unitPrice: "1", unitCost: "0.4" };
    });
    const product = { id: shop.clock.newId("prd"), name: `Edge ${index}`, categoryId: category.id, variants };
    done(await createProduct(shop.owner, product));
  }
  reads.length = 0;
  const query = `{ products(search: "edge") { nodes { id category { name } taxCode { rate } variants { id product { id name } } } } }`;
  const { products } = await ask(query);
  expect(products.nodes.map(({ category }: Data) => category.name).sort()).toEqual(["c1", "c2", "c3"]);
  for (const { id, variants } of products.nodes)
    expect(variants.map(({ product }: Data) => product.id)).toEqual([id, id]);
  expect(readsOf("CATEGORY")).toEqual([3]);
  expect(readsOf("VARIANT")).toEqual([6]);
  expect(readsOf("TAXES")).toHaveLength(1);
  // The list itself reads products at once; what the variants refer to is one more read.
  expect(readsOf("PRODUCT")).toEqual([3, 3]);
});

test("variant.product: is readable by every caller, the cost of its variants with the permission only", async () => {
  const query = `{ variant(by: { sku: "SKU-0001" }) { product { name variants { sku unitCost } } } }`;
  const mine = (await ask(query)).variant.product.variants[0];
  expect(mine).toEqual({ sku: "SKU-0001", unitCost: expect.any(String) });
  expect((await ask(query, {}, counter.cashier)).variant.product.variants[0]).toEqual({
    sku: "SKU-0001",
    unitCost: null,
  });
});

test("variant.product: is refused when a document asks for variants within variants", async () => {
  const query = `{ products { nodes { variants { product { variants { id } } } } } }`;
  const { errors } = await counter.api.call(query, { token: counter.owner });
  expect(errors?.[0]).toMatchObject({
    message: "The operation asks for a list of Variant within another.",
    extensions: { code: "TOO_COMPLEX" },
  });
});

describe("me", () => {
  const query = "{ me { staffId staff { id name operatorNumber } } }";

  test("returns who signed in, and null for a terminal's own token", async () => {
    const { id } = counter.shop.staff.OWNER;
    expect((await ask(query)).me).toMatchObject({ staffId: id, staff: { id } });
    expect((await ask("{ me { staff { id } } }", {}, counter.terminal)).me).toEqual({ staff: null });
  });

  test("refuses what only the owner may read of a staff member", async () => {
    const { data, errors } = await counter.api.call(query, { token: counter.cashier });
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect(data.me.staff).toMatchObject({ id: counter.shop.staff.CASHIER.id, operatorNumber: null });
  });

  test.each(["owner", "manager", "cashier", "terminal"] as const)(
    "returns the permissions as an enum and as texts: %s",
    async (caller) => {
      const { me } = await ask("{ me { permissions grantedPermissions } }", {}, counter[caller]);
      const asEnum = me.permissions.map((text: string) => text.toUpperCase().replaceAll(/[:-]/g, "_"));
      expect(me.grantedPermissions).toEqual(asEnum);
      expect(me.grantedPermissions.includes("CATALOG_WRITE")).toBe(caller === "owner" || caller === "manager");
    },
  );
});

test("signInOperator: returns the operator beside the id", async () => {
  const { operatorNumber, pin, id } = counter.shop.staff.CASHIER;
  const document = `mutation ($input: SignInOperatorInput!) {
    signInOperator(input: $input) { operatorId operator { id name } userErrors { code } } }`;
  const { signInOperator } = await ask(document, { input: { operatorNumber, pin } }, counter.terminal);
  expect(signInOperator).toMatchObject({ operatorId: id, operator: { id } });
  const refused = await ask(document, { input: { operatorNumber: "9", pin: "1" } }, counter.terminal);
  expect(refused.signInOperator).toMatchObject({ operatorId: null, operator: null });
});

test("terminalSettings: returns the default tax code beside its id", async () => {
  const query = "{ terminalSettings { defaultTaxCodeId defaultTaxCode { id rate } taxCodes { id rate } } }";
  const { defaultTaxCodeId, defaultTaxCode, taxCodes } = (await ask(query, {}, counter.terminal)).terminalSettings;
  expect(defaultTaxCode.id).toBe(defaultTaxCodeId);
  expect(taxCodes).toContainEqual(defaultTaxCode);
});

test("reportSendings: read the schedules of a page at once, null for a deleted one", async () => {
  const { shop } = counter;
  const { locationId } = shop;
  const schedules: string[] = [];
  for (const day of ["2026-06-13", "2026-06-14"]) {
    const id = shop.clock.newId("rsc");
    const report = { report: "DAILY", recipients: ["owner@shop.example"], language: "EN", timeOfDay: "07:00" } as const;
    const schedule = done(await createReportSchedule(shop.owner, { id, locationId, ...report }));
    await beginSending(shop.owner, schedule, { dueAt: shop.clock.now(), day });
    schedules.push(id);
  }
  const query = `query ($l: ID!) { reportSendings(locationId: $l) { nodes { reportScheduleId reportSchedule { id recipients } } } }`;
  const listed = async () => (await ask(query, { l: locationId })).reportSendings.nodes;
  reads.length = 0;
  const rows = await listed();
  expect(new Set(rows.map(({ reportSchedule }: Data) => reportSchedule.id))).toEqual(new Set(schedules));
  expect(readsOf("REPORT_SCHEDULE")).toEqual([2]);
  done(await deleteReportSchedule(shop.owner, { reportScheduleId: schedules[0] ?? "", version: 1 }));
  expect((await listed()).filter(({ reportSchedule }: Data) => reportSchedule === null)).toEqual([
    { reportScheduleId: schedules[0], reportSchedule: null },
  ]);
});
