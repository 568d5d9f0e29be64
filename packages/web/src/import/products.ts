import { toScaled } from "@pos/core/base/decimal.ts";
import { comparedBarcode } from "@pos/core/base/gtin.ts";
import { PRICE_PLACES } from "@pos/core/base/money.ts";
import {
  type CreateVariantInput,
  ImportCategoryDocument,
  ImportChoicesDocument,
  type ImportChoicesQuery,
  type ImportedVariantFragment,
  ImportProductChangeDocument,
  ImportProductDocument,
  ImportVariantChangeDocument,
  ImportVariantDocument,
  ImportVariantsDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { derivedId } from "./derived-id.ts";
import { openingStockSteps } from "./opening-stock.ts";
import { packSteps, plannedPack } from "./packs.ts";
import {
  badRow,
  type Change,
  type ImportApi,
  type ImportPlan,
  inTurn,
  type PlannedRow,
  portions,
  type Reason,
  type Refused,
  refusedBy,
  type Step,
} from "./plan.ts";
import { barcodesOf, type ImportRow, isPackRow, skuOf } from "./rows.ts";
import { mapInSlices } from "./slices.ts";
import { unitOf } from "./units.ts";

const LOOKED_UP_AT_ONCE = 100;
/** What `createProduct` takes; the others are added. */
const CREATED_AT_ONCE = 20;

/** The articles that rows name, in the order of the rows. */
export async function articlesOf(
  api: ImportApi,
  rows: readonly ImportRow[],
  onLookedUp: (count: number) => void,
): Promise<(ImportedVariantFragment | undefined)[]> {
  const found: (ImportedVariantFragment | undefined)[] = [];
  let count = 0;
  await inTurn(portions([...rows.entries()], LOOKED_UP_AT_ONCE), 2, async (portion) => {
    const named = portion.filter(([, { values }]) => skuOf(values) !== undefined);
    const by = named.map(([, { values }]) =>
      values.sku === undefined ? { barcode: skuOf(values) ?? "" } : { sku: values.sku },
    );
    const { variants } = await api.ask(ImportVariantsDocument, { by });
    for (const [at, [index, row]] of named.entries()) {
      const variant = variants[at] ?? undefined;
      found[index] = isOwnCode(variant, row) ? variant : undefined;
    }
    count += portion.length;
    onLookedUp(count);
  });
  return rows.map((_, index) => found[index]);
}

/** The code of a pack finds its article too, and has a price and a quantity of its own. */
function isOwnCode(article: ImportedVariantFragment | undefined, { values }: ImportRow): boolean {
  if (!article || values.sku !== undefined) return true;
  const code = comparedBarcode(skuOf(values) ?? "");
  return article.barcodes.some((barcode) => comparedBarcode(barcode) === code);
}

interface Group {
  readonly existing?: ImportedVariantFragment["product"];
  readonly rows: { readonly index: number; readonly row: ImportRow; readonly found?: ImportedVariantFragment }[];
}

/**
 * Products with their variants and packs: new ones are created, and what exists is changed where the file has other values. Packs
 * are written last, when their articles are there.
 */
export async function planProducts(
  api: ImportApi,
  rows: readonly ImportRow[],
  onLookedUp: (count: number) => void,
): Promise<ImportPlan> {
  const found = await articlesOf(api, rows, onLookedUp);
  const choices = await api.ask(ImportChoicesDocument, {});
  const articles = await mapInSlices(rows, (row, index) =>
    isPackRow(row) ? undefined : plannedProduct(row, found[index], choices),
  );
  const newSkus = new Set(
    articles.map((article) => (article?.status === "new" ? skuOf(article.row.values) : undefined)),
  );
  const planned = rows.map(
    (row, index) =>
      articles[index] ?? plannedPack(row, found[index]?.packs ?? (newSkus.has(row.values.sku) ? [] : undefined)),
  );
  const good = rows.flatMap((row, index) =>
    articles[index] !== undefined && articles[index].status !== "bad" ? [{ index, row, found: found[index] }] : [],
  );
  const packs = rows.flatMap((row, index) =>
    isPackRow(row) && (planned[index]?.status === "new" || planned[index]?.status === "changed")
      ? [{ index, row }]
      : [],
  );
  const groups = groupsOf(good);
  const categories = missingCategories(good, choices);
  const stocked = good.flatMap(({ index, row, found: article }) =>
    row.values.quantity === undefined || row.values.stocked === "no" || article?.stocked === false
      ? []
      : // By the SKU as it is stored: the file may name the article by its barcode.
        [{ index, row: { ...row, values: { ...row.values, ...(article ? { sku: article.sku } : {}) } } }],
  );
  return {
    rows: planned,
    phases: [
      categories.map(([name, indexes]) => categoryStep(name, indexes)),
      groups
        .filter(({ rows: of }) => of.some(({ index }) => planned[index]?.status !== "same"))
        .map((group) => groupStep(group, choices, planned)),
      packSteps(packs),
      openingStockSteps(stocked),
    ],
  };
}

/** Rows of one product: those whose articles have it, and those that name it and have a variant's name. */
function groupsOf(
  good: readonly {
    readonly index: number;
    readonly row: ImportRow;
    readonly found: ImportedVariantFragment | undefined;
  }[],
): Group[] {
  const byName = new Map<string, string>();
  for (const { row, found } of good)
    for (const name of found ? [found.product.name.toLowerCase(), nameOf(row)] : [])
      byName.set(name, found?.product.id ?? "");
  const groups = new Map<string, Group>();
  for (const { index, row, found } of good) {
    const shared = row.values.variant === undefined ? undefined : (byName.get(nameOf(row)) ?? `name ${nameOf(row)}`);
    const key = found?.product.id ?? shared ?? `row ${index}`;
    const existing = found?.product ?? groups.get(key)?.existing;
    const before = groups.get(key)?.rows ?? [];
    const added = { index, row, ...(found ? { found } : {}) };
    groups.set(key, { ...(existing ? { existing } : {}), rows: [...before, added] });
  }
  return [...groups.values()];
}

function nameOf({ values }: ImportRow): string {
  return (values.name ?? "").toLowerCase();
}

type Choices = ImportChoicesQuery;

function plannedProduct(row: ImportRow, found: ImportedVariantFragment | undefined, choices: Choices): PlannedRow {
  const reasons: Reason[] = [...row.problems];
  const { name, price, tax } = row.values;
  // A new article needs both; of one that exists, what is empty stays as it is.
  const isBroken = (field: string) => row.problems.some((problem) => problem.field === field);
  if (!found && name === undefined && !isBroken("name")) reasons.push({ field: "name", code: "MISSING" });
  if (!found && price === undefined && !isBroken("price")) reasons.push({ field: "price", code: "MISSING" });
  if (tax !== undefined && taxCodeOf(tax, choices) === undefined) reasons.push({ field: "tax", code: "UNKNOWN_TAX" });
  if (reasons.length > 0) return badRow(row, reasons);
  if (!found) return { row, status: "new", changes: [], reasons };
  const changes = changesOf(row, found, choices);
  return { row, status: changes.length > 0 ? "changed" : "same", changes, reasons };
}

function changesOf({ values }: ImportRow, found: ImportedVariantFragment, choices: Choices): Change[] {
  const { product } = found;
  const changes: Change[] = [];
  const compare = (field: Change["field"], from: string, to: string | undefined, isEqual = from === to) => {
    if (to !== undefined && !isEqual) changes.push({ field, from, to });
  };
  const number = (field: Change["field"], from: string | null, to: string | undefined) =>
    compare(field, from ?? "", to, from !== null && to !== undefined && scaled(from) === scaled(to));
  compare("name", product.name, values.name);
  compare("variant", found.name, values.variant);
  const category = product.category?.name ?? "";
  compare("category", category, values.category, category.toLowerCase() === values.category?.toLowerCase());
  const taxCode = values.tax === undefined ? undefined : taxCodeOf(values.tax, choices);
  compare("tax", product.taxCode.name, taxCode?.name);
  number("price", found.unitPrice, values.price);
  number("cost", found.unitCost, values.cost);
  number("reorderPoint", found.reorderPoint, values.reorderPoint);
  compare("unit", found.unit, values.unit);
  number("tare", found.tare, values.tare);
  const barcodes = barcodesOf(values.barcode);
  compare("barcode", found.barcodes.join(" "), barcodes.length > 0 ? barcodes.join(" ") : undefined);
  return changes;
}

function scaled(decimal: string): number | undefined {
  return toScaled(decimal, PRICE_PLACES);
}

/** A tax code by its name or its rate. */
function taxCodeOf(text: string, { taxCodes }: Choices) {
  const word = text.normalize("NFKC").toLowerCase();
  const rate = scaled(word.replace("%", "").trim());
  const codes = taxCodes ?? [];
  return (
    codes.find(({ name }) => name.toLowerCase() === word) ??
    (rate === undefined ? undefined : codes.find((code) => scaled(code.rate) === rate))
  );
}

function missingCategories(
  good: readonly { readonly index: number; readonly row: ImportRow }[],
  choices: Choices,
): [string, number[]][] {
  const missing = new Map<string, [string, number[]]>();
  for (const { index, row } of good) {
    const name = row.values.category;
    if (name === undefined || categoryOf(name, choices) !== undefined) continue;
    const [written, indexes] = missing.get(name.toLowerCase()) ?? [name, []];
    missing.set(name.toLowerCase(), [written, [...indexes, index]]);
  }
  return [...missing.values()];
}

function categoryOf(name: string, { categories }: Choices): string | undefined {
  return categories?.find((category) => category.name.toLowerCase() === name.toLowerCase())?.id;
}

function categoryIdOf(name: string, choices: Choices): string {
  return categoryOf(name, choices) ?? derivedId("cat", name.toLowerCase());
}

function categoryStep(name: string, rows: readonly number[]): Step {
  return {
    rows: [],
    async run(api) {
      const input = { id: derivedId("cat", name.toLowerCase()), name };
      const { createCategory } = await api.ask(ImportCategoryDocument, { input });
      // One of this id was renamed meanwhile: it is the one that is meant.
      const [error] = createCategory.userErrors.filter(({ code }) => code !== "ID_CONFLICT");
      return new Map(error ? rows.map((row) => [row, refusedBy(error)]) : []);
    },
  };
}

function groupStep(group: Group, choices: Choices, planned: readonly PlannedRow[]): Step {
  return {
    rows: group.rows.map(({ index }) => index),
    async run(api) {
      const refused = new Map<number, Reason>();
      for (const { index, row, found } of group.rows)
        if (found && planned[index]?.status === "changed")
          await changeArticle(api, { index, row, found, choices, planned }, refused);
      const added = group.rows.filter(({ found }) => !found);
      if (added.length > 0) await addArticles(api, group, added, choices, refused);
      return refused;
    },
  };
}

interface ChangedArticle {
  readonly index: number;
  readonly row: ImportRow;
  readonly found: ImportedVariantFragment;
  readonly choices: Choices;
  readonly planned: readonly PlannedRow[];
}

async function changeArticle(
  api: ImportApi,
  { index, row: { values }, found, choices, planned }: ChangedArticle,
  refused: Map<number, Reason>,
): Promise<void> {
  const isChanged = (field: Change["field"]) =>
    planned[index]?.changes.some((change) => change.field === field) === true;
  const own = {
    ...(isChanged("variant") ? { name: values.variant } : {}),
    ...(isChanged("price") ? { unitPrice: values.price } : {}),
    ...(isChanged("cost") ? { unitCost: values.cost } : {}),
    ...(isChanged("reorderPoint") ? { reorderPoint: values.reorderPoint } : {}),
    ...(isChanged("unit") ? { unit: unitOf(values.unit ?? "") } : {}),
    ...(isChanged("tare") ? { tare: values.tare } : {}),
    ...(isChanged("barcode") ? { barcodes: barcodesOf(values.barcode) } : {}),
  };
  const shared = {
    ...(isChanged("name") ? { name: values.name } : {}),
    ...(isChanged("category") ? { categoryId: categoryIdOf(values.category ?? "", choices) } : {}),
    ...(isChanged("tax") ? { taxCodeId: taxCodeOf(values.tax ?? "", choices)?.id } : {}),
  };
  const changes: ((version: number | undefined) => Promise<readonly Refused[]>)[] = [];
  if (Object.keys(own).length > 0)
    changes.push(async (version = found.version) => {
      const input = { variantId: found.id, version, ...own };
      return (await api.ask(ImportVariantChangeDocument, { input })).patchVariant.userErrors;
    });
  if (Object.keys(shared).length > 0)
    changes.push(async (version = found.product.version) => {
      const input = { productId: found.product.id, version, ...shared };
      return (await api.ask(ImportProductChangeDocument, { input })).patchProduct.userErrors;
    });
  for (const change of changes) {
    const error = await changed(change);
    if (error) refused.set(index, refusedBy(error));
  }
}

/** A change of another row, or of a person, came first: the file's values count, so it is made again on what is stored now. */
async function changed(
  change: (version: number | undefined) => Promise<readonly Refused[]>,
): Promise<Refused | undefined> {
  const [error] = await change(undefined);
  if (error?.code !== "VERSION_CONFLICT" || error.version === undefined) return error;
  return (await change(error.version))[0];
}

type Added = Group["rows"];

async function addArticles(
  api: ImportApi,
  { existing, rows: [first] }: Group,
  added: Added,
  choices: Choices,
  refused: Map<number, Reason>,
): Promise<void> {
  let rest = added;
  let productId = existing?.id;
  if (productId === undefined && first) {
    const created = await createProduct(api, added.slice(0, CREATED_AT_ONCE), choices, refused);
    if (created === undefined) {
      const reason = refused.get(first.index);
      for (const { index } of added) if (!refused.has(index) && reason) refused.set(index, reason);
      return;
    }
    productId = created;
    rest = added.slice(CREATED_AT_ONCE);
  }
  for (const { index, row } of rest) {
    const input = { productId: productId ?? "", variant: newVariant(row) };
    const [error] = (await api.ask(ImportVariantDocument, { input })).addVariant.userErrors;
    if (error) refused.set(index, refusedBy(error));
  }
}

/** Creates a product of the rows that are right. @returns its id; undefined if none is */
async function createProduct(
  api: ImportApi,
  rows: Added,
  choices: Choices,
  refused: Map<number, Reason>,
): Promise<string | undefined> {
  let good = rows;
  while (good[0] !== undefined) {
    const { values } = good[0].row;
    const id = derivedId("prd", skuOf(values) ?? "");
    const taxCode = values.tax === undefined ? undefined : taxCodeOf(values.tax, choices);
    const input = {
      ...{ id, name: values.name ?? "" },
      ...(values.category === undefined ? {} : { categoryId: categoryIdOf(values.category, choices) }),
      ...(taxCode ? { taxCodeId: taxCode.id } : {}),
      variants: good.map(({ row }) => newVariant(row)),
    };
    const { userErrors } = (await api.ask(ImportProductDocument, { input })).createProduct;
    const [error] = userErrors;
    if (!error) return id;
    const spoilt = new Map(
      userErrors.flatMap((each) => {
        const row = each.path[1] === "variants" ? good[Number(each.path[2])] : undefined;
        return row ? [[row, each] as const] : [];
      }),
    );
    const named = spoilt.size > 0 ? spoilt : new Map(good.map((row) => [row, error] as const));
    for (const [row, each] of named) refused.set(row.index, refusedBy(each));
    good = good.filter((row) => !named.has(row));
  }
  return undefined;
}

function newVariant({ values }: ImportRow): CreateVariantInput {
  const { variant, cost, reorderPoint, stocked, barcode, tare, price = "0" } = values;
  const unit = unitOf(values.unit ?? "");
  const sku = skuOf(values) ?? "";
  const barcodes = barcodesOf(barcode);
  return {
    ...{ id: derivedId("var", sku), sku, unitPrice: price },
    ...(variant === undefined ? {} : { name: variant }),
    ...(cost === undefined ? {} : { unitCost: cost }),
    ...(barcodes.length === 0 ? {} : { barcodes }),
    ...(stocked === "no" ? { stocked: false } : {}),
    ...(reorderPoint === undefined ? {} : { reorderPoint }),
    ...(unit === undefined ? {} : { unit }),
    ...(tare === undefined ? {} : { tare }),
  };
}
