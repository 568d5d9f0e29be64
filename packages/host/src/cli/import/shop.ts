import { LIMITS } from "@pos/core/base/limits.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { present, type Result } from "@pos/core/base/result.ts";
import { createCustomer, getCustomer } from "@pos/core/customers/customer/index.ts";
import { createProduct, findVariants } from "@pos/core/goods/catalog/index.ts";
import { createTaxCode, getTaxes } from "@pos/core/goods/tax/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { createLocation, listLocations } from "@pos/core/people/location/index.ts";
import type { Merchant } from "@pos/core/people/merchant/index.ts";
import { createTerminal } from "@pos/core/people/terminal/index.ts";
import type { SourceDocument } from "./documents.ts";
import { masterId } from "./identity.ts";
import { cleaned } from "./text.ts";
import { TIME_ZONE } from "./wallclock.ts";

/** All that the documents name, made where it was not there yet. */
export interface ImportShop {
  readonly merchantId: string;
  readonly locationId: string;
  readonly digits: number;
  /** Of 0 %: the documents contain no tax, also where the merchant taxes an article that it has already. */
  readonly taxCodeId: string;
  /** Records what no terminal does. */
  readonly owner: Context;
  /** Records sales, as the other system's terminal. */
  readonly terminal: Context;
  variantId(sku: string): string;
  customerId(number: string): string;
}

const CODE = "ONLINE-RETAIL";
const NAME = "Online Retail";

/** @param progress how much of the catalogue and the customers is there */
export async function openImportShop(
  merchant: Merchant,
  owner: Context,
  documents: readonly SourceDocument[],
  progress: (done: number, total: number) => void,
): Promise<ImportShop> {
  const { id: merchantId } = merchant;
  const locationId = await openLocation(owner);
  const terminalId = masterId("trm", merchantId, "terminal", CODE);
  done(await createTerminal(owner, { id: terminalId, code: CODE, name: NAME, locationId, kind: "IMPORT" }));
  const articles = articlesOf(documents);
  const customers = customersOf(documents);
  const total = articles.size + customers.size;
  let made = 0;
  const tell = () => progress(++made, total);
  const taxCodeId = await zeroTaxCode(owner);
  const variantIds = await stockShelves(owner, articles, taxCodeId, tell);
  await meetCustomers(owner, customers, tell);
  return {
    merchantId,
    locationId,
    digits: minorDigits(merchant.currency),
    taxCodeId,
    owner,
    terminal: { ...owner, caller: { kind: "terminal", merchantId, terminalId, locationId } },
    variantId: (sku) => present(variantIds.get(sku), `the variant ${sku}`),
    customerId: (number) => customerIdOf(merchantId, number),
  };
}

/** By its code, even if the import did not create it. */
async function openLocation(owner: Context): Promise<string> {
  const existing = (await listLocations(owner)).find(({ code }) => code === CODE);
  if (existing) return existing.id;
  const id = locationIdOf(owner.caller.merchantId);
  done(await createLocation(owner, { id, code: CODE, name: NAME, timeZone: TIME_ZONE }));
  return id;
}

/** The location's id where the import made it. */
export function locationIdOf(merchantId: string): string {
  return masterId("loc", merchantId, "location", CODE);
}

interface Article {
  name: string;
  unitPrice: string;
}

/** Every code of goods: named as it is named first, at the first price above zero. */
function articlesOf(documents: readonly SourceDocument[]): Map<string, Article> {
  const articles = new Map<string, Article>();
  for (const { kind, lines } of documents) {
    if (kind === "financeAdjustment") continue;
    for (const { sku, description, unitPrice } of lines) {
      const article = articles.get(sku) ?? { name: "", unitPrice: "0" };
      articles.set(sku, article);
      if (article.name === "") article.name = cleaned(description, LIMITS.nameCharactersMax);
      if (article.unitPrice === "0") article.unitPrice = unitPrice;
    }
  }
  return articles;
}

/** Codes that are not goods: postage, discounts, fees, samples, vouchers. */
const NOT_GOODS = new Set(["POST", "DOT", "C2", "M", "m", "D", "S", "B", "PADS", "CRUK", "BANK CHARGES", "AMAZONFEE"]);

export function isGoods(sku: string): boolean {
  return !NOT_GOODS.has(sku) && !sku.startsWith("gift_");
}

/** How many records are made at once: enough to share commits, few enough for a table at the other end of a network. */
const AT_ONCE = 64;

/** The catalogue, by SKU. Existing products are not changed. */
async function stockShelves(
  owner: Context,
  articles: ReadonlyMap<string, Article>,
  taxCodeId: string,
  tell: () => void,
): Promise<Map<string, string>> {
  const { merchantId } = owner.caller;
  const skus = [...articles.keys()];
  const existing = await findVariants(
    owner.table,
    merchantId,
    skus.map((sku) => ({ sku })),
  );
  const ids = new Map<string, string>();
  await together([...articles], AT_ONCE, async ([sku, { name, unitPrice }], index) => {
    const id = existing[index]?.id ?? masterId("var", merchantId, "variant", sku);
    ids.set(sku, id);
    if (!existing[index]) {
      const variant = { id, sku, unitPrice, stocked: isGoods(sku) };
      const product = { id: masterId("prd", merchantId, "product", sku), name: name || sku };
      done(await createProduct(owner, { ...product, taxCodeId, variants: [variant] }));
    }
    tell();
  });
  return ids;
}

/** The merchant's own code of 0 %, else one under an id that follows from the merchant: found by the next run. */
async function zeroTaxCode(owner: Context): Promise<string> {
  const { merchantId } = owner.caller;
  const { codes } = await getTaxes(owner.table, merchantId);
  const existing = Object.values(codes).find(({ rate }) => rate === "0");
  if (existing) return existing.id;
  const id = masterId("tax", merchantId, "taxCode", CODE);
  return done(await createTaxCode(owner, { id, name: "No tax", rate: "0" })).id;
}

/** Numbers of customers, with the country that each is first seen in. */
function customersOf(documents: readonly SourceDocument[]): Map<string, string> {
  const customers = new Map<string, string>();
  for (const { customer, country } of documents) {
    if (customer !== undefined && !customers.has(customer)) customers.set(customer, country);
  }
  return customers;
}

async function meetCustomers(owner: Context, customers: ReadonlyMap<string, string>, tell: () => void): Promise<void> {
  await together([...customers], AT_ONCE, async ([number, country]) => {
    const id = customerIdOf(owner.caller.merchantId, number);
    const note = cleaned(country, LIMITS.noteCharactersMax);
    // One who was erased is there too, and stays erased.
    if (!(await getCustomer(owner, id)))
      done(await createCustomer(owner, { id, name: `Customer ${number}`, ...(note === "" ? {} : { note }) }));
    tell();
  });
}

function customerIdOf(merchantId: string, number: string): string {
  return masterId("cus", merchantId, "customer", number);
}

/** Runs a job for each thing, some at once, started in their order. */
async function together<T>(
  things: readonly T[],
  atOnce: number,
  job: (thing: T, index: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < things.length; from += atOnce) {
    await Promise.all(things.slice(from, from + atOnce).map((thing, index) => job(thing, from + index)));
  }
}

/** Master data that is made from what was just read cannot be refused: if it is, the program is wrong. */
function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The import's shop was refused: ${JSON.stringify(result.failures)}`);
  return result.value;
}
