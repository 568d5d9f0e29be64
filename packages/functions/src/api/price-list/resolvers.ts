import {
  createPriceList,
  getPriceList,
  listPriceLists,
  rowsOf,
  updatePriceList,
} from "@pos/core/goods/price-list/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { variantOf } from "../edges.ts";
import type { ListPriceInput } from "../generated/types.ts";
import type { ApiModule } from "../module.ts";
import { withoutNulls } from "../omit-nulls.ts";
import { payload } from "../payload.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async priceLists(_, { state }, context) {
      const all = await listPriceLists(requireCaller(context));
      return state ? all.filter((list) => list.state === state) : all;
    },
    priceList: (_, { id }, context) => getPriceList(requireCaller(context), id),
  },
  Mutation: {
    createPriceList: async (_, { input }, context) =>
      payload("priceList", await createPriceList(requireCaller(context), withRows(input))),
    updatePriceList: async (_, { input }, context) =>
      payload("priceList", await updatePriceList(requireCaller(context), withRows(input))),
  },
  PriceList: {
    id: ({ list }) => list.id,
    name: ({ list }) => list.name,
    groupIds: ({ list }) => [...list.groupIds],
    locationIds: ({ list }) => [...list.locationIds],
    startsOn: ({ list }) => list.startsOn,
    endsOn: ({ list }) => list.endsOn,
    weekdays: ({ list }) => [...list.weekdays],
    startTime: ({ list }) => list.startTime,
    endTime: ({ list }) => list.endTime,
    prices: ({ list }) => rowsOf(list),
    priceCount: ({ list }) => rowsOf(list).length,
    isEnabled: ({ list }) => list.isEnabled,
    createdAt: ({ list }) => list.createdAt,
    endedAt: ({ list }) => list.endedAt,
    version: ({ list }) => list.version,
  },
  ListPrice: { variant: variantOf },
};

export const priceListApi: ApiModule = {
  resolvers,
  nodes: {
    prl: {
      type: "PriceList",
      async load(context, id) {
        const found = await getPriceList(context, id);
        return found && { ...found, id: found.list.id };
      },
    },
  },
};

function withRows<T extends { readonly prices?: readonly ListPriceInput[] | null | undefined }>({
  prices,
  ...input
}: T) {
  return { ...input, prices: prices === null || prices === undefined ? prices : prices.map(withoutNulls) };
}
