import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { RequestError } from "../../base/result.ts";
import { textProblem } from "../../base/text.ts";
import { formatInstant, instantMilliseconds, parseInstant } from "../../base/time.ts";
import type { Context } from "../../people/access/index.ts";
import { type AuditedChange, auditedChanges } from "../../people/audit/index.ts";
import type { Category, Product } from "./model.ts";
import { findCategories, findProducts, findVariants } from "./queries.ts";
import { productsPk, readProduct } from "./records.ts";

/**
 * How a terminal keeps a copy of the catalogue: it reads a snapshot once, and from then on what has changed. The log of
 * changes is the audit: every command writes an audit record in the transaction that makes the change, so none is missing
 * and none costs a write more.
 *
 * Audit records are ordered by the clocks of their writers, and a transaction is committed a little after its time.
 * So a version states up to when the log is settled, and what follows is read again with the next request.
 */
interface CatalogVersion {
  /** Of the ledger of the terminal's location. It rises with a restore, which takes changes back. */
  readonly epoch: number;
  /** The copy has every change that was made before. */
  readonly settled: string;
  /** Between two pages: the position of the last change on the page before. */
  readonly position?: string;
}

/** How long after its time a change may be committed, by clocks that differ. A request ends within 20 seconds. */
const SETTLED_AFTER_MILLISECONDS = 3 * 60_000;
/** An older copy is loaded again. */
const KEPT_DAYS = 2 * LIMITS.offlineDays;
const CHANGES_OF_PAGE = 1_000;
const CHANGES_AT_ONCE = 100;
const CHANGED_PRODUCTS_OF_PAGE = 50;

export interface CatalogChanges {
  /** The version of the copy with these changes. */
  readonly version: string;
  /** Whether more has changed: ask again with this version. */
  readonly hasMore: boolean;
  readonly products: readonly Product[];
  readonly categories: readonly Category[];
  readonly haveTaxCodesChanged: boolean;
  /** The merchant, its taxes, its promotions, its price lists or a location: what a terminal works with may be another. */
  readonly haveSettingsChanged: boolean;
}

/** The version of a copy whose first record is read after this call. */
export function catalogVersion({ clock }: Context, epoch: number): string {
  return formatVersion({ epoch, settled: settledAt(clock.now()) });
}

/**
 * Reads what has changed since a version.
 * @returns whole products, some of them perhaps again; undefined if the changes are not known, so that the copy must be
 * loaded again
 */
export async function catalogChanges(
  context: Context,
  since: string,
  epoch: number,
): Promise<CatalogChanges | undefined> {
  const { table, caller, clock } = context;
  const now = clock.now();
  const from = parseVersion(since);
  if (from?.epoch !== epoch || !isKept(from, now)) return undefined;
  const { changes, isAll } = await auditedChanges(table, caller.merchantId, {
    after: from.position ?? from.settled,
    until: shifted(now, SETTLED_AFTER_MILLISECONDS),
    limit: CHANGES_OF_PAGE,
  });
  const { productIds, categoryIds, count, ...others } = await changedRecords(context, changes);
  const [products, categories] = await Promise.all([
    findProducts(context, [...productIds]),
    findCategories(context, [...categoryIds]),
  ]);
  const hasMore = !isAll || count < changes.length;
  // Settled as of the first page: a change that is committed later may belong on a page that was read already.
  const settled = from.position === undefined ? laterOf(from.settled, settledAt(now)) : from.settled;
  const position = hasMore ? changes[count - 1]?.position : undefined;
  return {
    version: formatVersion({ epoch, settled, ...(position === undefined ? {} : { position }) }),
    hasMore,
    products: products.flatMap((product) => product ?? []),
    categories: categories.flatMap((category) => category ?? []),
    ...others,
  };
}

/** The merchant's limits are a change of the merchant and a role. */
const SETTINGS = /^(mer|tax|loc|prm|prl)_/;

/** What the first of the changes were made of, until they fill a page. */
async function changedRecords({ table, caller }: Context, changes: readonly AuditedChange[]) {
  const [productIds, categoryIds] = [new Set<string>(), new Set<string>()];
  let [haveTaxCodesChanged, haveSettingsChanged, count] = [false, false, 0];
  while (count < changes.length && productIds.size < CHANGED_PRODUCTS_OF_PAGE) {
    const part = new Set(changes.slice(count, count + CHANGES_AT_ONCE).map(({ subject }) => subject));
    const variants = [...part].filter((id) => isId("var", id)).map((id) => ({ id }));
    for (const variant of await findVariants(table, caller.merchantId, variants))
      if (variant) productIds.add(variant.productId);
    for (const id of part) {
      if (isId("prd", id)) productIds.add(id);
      if (isId("cat", id)) categoryIds.add(id);
      if (isId("tax", id)) haveTaxCodesChanged = true;
      if (SETTINGS.test(id)) haveSettingsChanged = true;
    }
    count = Math.min(count + CHANGES_AT_ONCE, changes.length);
  }
  return { productIds, categoryIds, haveTaxCodesChanged, haveSettingsChanged, count };
}

/** Variants of a page of a snapshot: the products that fill it may have a few more. */
const VARIANTS_OF_PAGE = 400;
const PRODUCTS_AT_ONCE = 100;

/**
 * The products after an id, as many as fill a page. Reads their records in dense pages.
 * @returns the products in the order of their ids, and whether there are more
 */
export async function productsPage(
  { table, caller }: Context,
  after: string | undefined,
): Promise<{ readonly products: readonly Product[]; readonly hasMore: boolean }> {
  const products: Product[] = [];
  let variants = 0;
  let last = after;
  for (;;) {
    const range = last === undefined ? {} : { range: { above: last } };
    const page = await table.query({ pk: productsPk(caller.merchantId), limit: PRODUCTS_AT_ONCE, ...range });
    for (const item of page.items) {
      if (variants >= VARIANTS_OF_PAGE) return { products, hasMore: true };
      const product = readProduct(item);
      products.push(product);
      variants += Math.max(1, product.variantIds.length);
    }
    if (page.next === undefined) return { products, hasMore: false };
    last = page.items.at(-1)?.sk ?? last;
  }
}

function settledAt(now: string): string {
  return shifted(now, -SETTLED_AFTER_MILLISECONDS);
}

function shifted(instant: string, milliseconds: number): string {
  return formatInstant(instantMilliseconds(instant) + milliseconds);
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/** A version that a fast clock made may claim changes that it has not seen. */
function isKept({ settled }: CatalogVersion, now: string): boolean {
  return settled <= now && settled >= shifted(now, -KEPT_DAYS * 86_400_000);
}

const FORMAT = 1;

function formatVersion({ epoch, settled, position }: CatalogVersion): string {
  const parts = [FORMAT, epoch, settled, ...(position === undefined ? [] : [position])];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/**
 * @returns undefined for a version of another program
 * @throws RequestError BAD_REQUEST for a text that is no version
 */
function parseVersion(text: string): CatalogVersion | undefined {
  const [format, epoch, settled, position] = partsOf(text);
  if (format !== FORMAT || typeof epoch !== "number" || !isInstant(settled)) return undefined;
  if (position === undefined) return { epoch, settled };
  return isPosition(position) ? { epoch, settled, position } : undefined;
}

function partsOf(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text.slice(0, VERSION_CHARACTERS_MAX), "base64url").toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // Not JSON: as malformed as any other text.
  }
  throw new RequestError("BAD_REQUEST", "This is not a version of the catalogue.");
}

const VERSION_CHARACTERS_MAX = 400;
const POSITION_CHARACTERS_MAX = 150;

function isInstant(value: unknown): value is string {
  return typeof value === "string" && parseInstant(value) === value;
}

function isPosition(value: unknown): value is string {
  return (
    typeof value === "string" &&
    isInstant(value.slice(0, "2026-01-01T00:00:00.000Z".length)) &&
    textProblem(value, POSITION_CHARACTERS_MAX) === undefined
  );
}
