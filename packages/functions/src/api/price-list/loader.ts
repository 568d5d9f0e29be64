import { listPriceLists } from "@pos/core/goods/price-list/index.ts";
import { batched } from "../loader.ts";

/** All of them are in one record. */
export const priceListLoader = batched(
  async (context, ids) => {
    const lists = new Map((await listPriceLists(context)).map((one) => [one.list.id, one]));
    return ids.map((id) => lists.get(id));
  },
  { cache: false },
);
