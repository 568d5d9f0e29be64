import { planCustomers } from "@pos/web/import/customers.ts";
import { guessedMapping, type ImportKind } from "@pos/web/import/fields.ts";
import type { ImportApi, ImportPlan } from "@pos/web/import/plan.ts";
import { planPrices } from "@pos/web/import/prices.ts";
import { planProducts } from "@pos/web/import/products.ts";
import { readRows } from "@pos/web/import/rows.ts";
import { NOTHING_DONE, type Progress, runImport } from "@pos/web/import/run.ts";
import { planStock, type StockMode } from "@pos/web/import/stock.ts";
import { readTable } from "@pos/web/import/table.ts";
import { print } from "graphql";
import { expect } from "vitest";
import type { Data } from "../../../support/api.ts";
import { openCounter } from "../../api/counter.ts";

export type Importing = Awaited<ReturnType<typeof openImporting>>;

/** The dashboard's import of CSV files, over the API of a shop. */
export async function openImporting() {
  const counter = await openCounter();
  /** Requests that are lost: they arrive, and their answer does not. */
  const lost = { isLost: (_document: string): boolean => false };
  const api: ImportApi = {
    async ask(document, variables) {
      const query = print(document);
      const { data, errors } = await counter.api.call(query, { variables, token: counter.owner });
      expect(errors).toBeUndefined();
      await counter.api.reader.caughtUp();
      if (lost.isLost(query)) throw new Error("No answer");
      return data;
    },
    locationId: counter.shop.locationId,
    now: () => counter.shop.clock.now(),
  };
  const planned = {
    products: (text: string) => rowsOf(text, "products").then((rows) => planProducts(api, rows, () => {})),
    customers: (text: string) => rowsOf(text, "customers").then((rows) => planCustomers(api, rows, () => {})),
    prices: (text: string, listId: string) =>
      rowsOf(text, "prices").then((rows) => planPrices(api, rows, listId, () => {})),
    stock: (text: string, mode: StockMode) =>
      rowsOf(text, "stock").then((rows) => planStock(api, rows, mode, () => {})),
  };
  async function run(plan: ImportPlan, from = NOTHING_DONE): Promise<Progress> {
    let progress = from;
    await runImport(plan, api, { from, isStopped: () => false, onProgress: (next) => (progress = next) });
    return progress;
  }
  async function ask(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await counter.api.call(query, { variables, token: counter.owner });
    expect(errors).toBeUndefined();
    return data;
  }
  return { counter, api, lost, planned, run, ask };
}

export const statuses = ({ rows }: ImportPlan) => rows.map(({ status }) => status);

function rowsOf(text: string, kind: ImportKind) {
  const { header, rows } = readTable(text);
  return readRows(rows, { kind, mapping: guessedMapping(header, kind), currency: "GBP", decimalSign: "." });
}
