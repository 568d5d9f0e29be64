import {
  couponUses,
  createPromotion,
  getPromotion,
  listPromotions,
  updatePromotion,
} from "@pos/core/goods/promotion/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { productLoader } from "../catalog/loader.ts";
import type { RequestContext } from "../context.ts";
import type { BundlePartInput } from "../generated/types.ts";
import type { ApiModule } from "../module.ts";
import { payload } from "../payload.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async promotions(_, { state }, context) {
      const all = await listPromotions(requireCaller(context));
      return state ? all.filter((promotion) => promotion.state === state) : all;
    },
    promotion: (_, { id }, context) => getPromotion(requireCaller(context), id),
  },
  Mutation: {
    createPromotion: async (_, { input }, context) =>
      payload("promotion", await createPromotion(requireCaller(context), withParts(input))),
    async updatePromotion(_, { input }, context) {
      const { stacking, priority, ...patch } = withParts(input);
      const order = { ...(stacking ? { stacking } : {}), ...(typeof priority === "number" ? { priority } : {}) };
      return payload("promotion", await updatePromotion(requireCaller(context), { ...patch, ...order }));
    },
  },
  Promotion: {
    id: ({ promotion }) => promotion.id,
    name: ({ promotion }) => promotion.name,
    kind: ({ promotion }) => promotion.kind,
    percent: ({ promotion }) => promotion.percent,
    amount: ({ promotion }) => promotion.amount,
    isPerUnit: ({ promotion }) => promotion.isPerUnit ?? false,
    unitPrice: ({ promotion }) => promotion.unitPrice,
    buyQuantity: ({ promotion }) => promotion.buyQuantity,
    getQuantity: ({ promotion }) => promotion.getQuantity,
    parts: ({ promotion }) => [...(promotion.parts ?? [])],
    productIds: ({ promotion }) => [...promotion.productIds],
    categoryIds: ({ promotion }) => [...promotion.categoryIds],
    products: ({ promotion }, _, context) => productsOf(promotion.productIds, context),
    groupIds: ({ promotion }) => [...promotion.groupIds],
    startsOn: ({ promotion }) => promotion.startsOn,
    endsOn: ({ promotion }) => promotion.endsOn,
    weekdays: ({ promotion }) => [...promotion.weekdays],
    startTime: ({ promotion }) => promotion.startTime,
    endTime: ({ promotion }) => promotion.endTime,
    minimumAmount: ({ promotion }) => promotion.minimumAmount,
    minimumQuantity: ({ promotion }) => promotion.minimumQuantity,
    couponCode: ({ promotion }) => promotion.couponCode,
    couponLimit: ({ promotion }) => promotion.couponLimit,
    couponUses: ({ promotion }, _, context) => couponUses(requireCaller(context), promotion),
    priority: ({ promotion }) => promotion.priority,
    stacking: ({ promotion }) => promotion.stacking,
    isEnabled: ({ promotion }) => promotion.isEnabled,
    createdAt: ({ promotion }) => promotion.createdAt,
    endedAt: ({ promotion }) => promotion.endedAt,
    version: ({ promotion }) => promotion.version,
  },
  BundlePart: { products: ({ productIds }, _, context) => productsOf(productIds, context) },
};

export const promotionApi: ApiModule = {
  resolvers,
  nodes: {
    prm: {
      type: "Promotion",
      async load(context, id) {
        const found = await getPromotion(context, id);
        return found && { ...found, id: found.promotion.id };
      },
    },
  },
};

async function productsOf(ids: readonly string[], context: RequestContext) {
  const products = await Promise.all(ids.map((id) => productLoader(context).load(id)));
  return products.flatMap((product) => product ?? []);
}

function withParts<T extends { readonly parts?: readonly BundlePartInput[] | null | undefined }>({
  parts,
  ...input
}: T) {
  if (parts === undefined || parts === null) return { ...input, parts };
  const whole = parts.map(({ quantity, productIds, categoryIds }) => ({
    quantity,
    productIds: productIds ?? [],
    categoryIds: categoryIds ?? [],
  }));
  return { ...input, parts: whole };
}
