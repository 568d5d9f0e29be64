import type { Data } from "../../../support/api.ts";

/** Asks as a terminal. */
export type Ask = (query: string, variables?: object) => Promise<Data>;

const PRODUCT = `products { id name version category { id } taxCode { id }
  variants { id sku name unitPrice barcodes stocked version } }`;
const REST = "categories { id name } taxCodes { id name rate }";

/** A terminal's copy of the catalogue, as a client keeps it by the contract. */
export interface Copy {
  readonly version: string;
  readonly records: ReadonlyMap<string, Data>;
  /** How many products the last request brought. */
  readonly brought: number;
}

export async function loadCopy(ask: Ask): Promise<Copy> {
  const records = new Map<string, Data>();
  let [version, after]: [string, string | null] = ["", null];
  do {
    const query = `query ($after: String) { catalogSnapshot(after: $after) { version next ${PRODUCT} ${REST} } }`;
    const { catalogSnapshot: page } = await ask(query, { after });
    for (const record of [...page.products, ...page.categories, ...page.taxCodes]) records.set(record.id, record);
    version = page.version;
    after = page.next;
  } while (after !== null);
  return { version, records, brought: records.size };
}

/** The copy with what has changed; undefined: it must be loaded again. */
export async function updateCopy(ask: Ask, { version, records: known }: Copy): Promise<Copy | undefined> {
  const records = new Map(known);
  let [since, hasMore, brought] = [version, true, 0];
  while (hasMore) {
    const query = `query ($since: String!) { catalogChanges(since: $since) { isReset version hasMore ${PRODUCT} ${REST} } }`;
    const { catalogChanges: page } = await ask(query, { since });
    if (page.isReset) return undefined;
    for (const record of [...page.products, ...page.categories, ...(page.taxCodes ?? [])])
      records.set(record.id, record);
    brought += page.products.length;
    since = page.version;
    hasMore = page.hasMore;
  }
  return { version: since, records, brought };
}
