import { present } from "@pos/core/base/result.ts";
import { catalogChanges, catalogVersion, listCategories, productsPage } from "@pos/core/goods/catalog/index.ts";
import { quotaCount, quotaKey, requireCaller } from "@pos/core/people/access/index.ts";
import type { RequestContext } from "../context.ts";
import type { Resolvers } from "../generated/types.ts";
import { connection, pageRequest } from "../pages.ts";
import { epochOf } from "../synced.ts";
import { taxesLoader } from "./loader.ts";

/** What a terminal keeps its copy of the catalogue by. */
export const copyQueries: Pick<NonNullable<Resolvers["Query"]>, "catalogSnapshot" | "catalogChanges"> = {
  /** Each cursor contains the version that the first page stated. */
  async catalogSnapshot(_, { after: cursor }, context) {
    const known = requireCaller(context);
    const { merchantId } = known.caller;
    const list = `snapshot:${merchantId}`;
    const request = pageRequest({ after: cursor }, list);
    const [version = catalogVersion(known, await epochOf(context)), after] = request.after?.split(" ") ?? [];
    const { products, hasMore } = await productsPage(known, after);
    const rows = products.map((node) => ({ key: `${version} ${node.id}`, node }));
    const isFirst = after === undefined;
    return {
      version,
      products: [...products],
      productCount: quotaCount(await known.table.get(quotaKey(merchantId, "product"))),
      categories: isFirst ? await listCategories(known) : [],
      taxCodes: isFirst ? await taxCodesOf(context) : [],
      next: hasMore ? connection(rows, hasMore, request, list).pageInfo.endCursor : null,
    };
  },
  async catalogChanges(_, { since }, context) {
    const found = await catalogChanges(requireCaller(context), since, await epochOf(context));
    if (!found) return { isReset: true, hasMore: false, products: [], categories: [], haveSettingsChanged: true };
    const { version, hasMore, products, categories, haveTaxCodesChanged, haveSettingsChanged } = found;
    const taxCodes = haveTaxCodesChanged ? await taxCodesOf(context) : null;
    const changed = { products: [...products], categories: [...categories], taxCodes, haveSettingsChanged };
    return { isReset: false, version, hasMore, ...changed };
  },
};

async function taxCodesOf(context: RequestContext) {
  const { merchantId } = requireCaller(context).caller;
  const taxes = present(await taxesLoader(context).load(merchantId), "the merchant's taxes");
  return Object.values(taxes.codes);
}
