import { requireCaller } from "@pos/core/people/access/index.ts";
import { createLocation, locationsAfter, receiptOf, updateLocation } from "@pos/core/people/location/index.ts";
import type { ApiModule } from "../module.ts";
import { pageById, UNPAGED_ROWS_MAX } from "../pages.ts";
import { payload } from "../payload.ts";
import { locationLoader, ownLogo, receiptAt } from "./loader.ts";

/** On a location the field is named as on a merchant. */
function withLanguage<L, T extends { readonly receiptLanguage?: L }>({ receiptLanguage: language, ...input }: T) {
  return language === undefined ? input : { ...input, language };
}

const resolvers: ApiModule["resolvers"] = {
  Query: {
    locations: (_, __, context) => locationsAfter(requireCaller(context), { limit: UNPAGED_ROWS_MAX }),
    locationsPage(_, args, context) {
      const known = requireCaller(context);
      return pageById(args, `locations:${known.caller.merchantId}`, (part) => locationsAfter(known, part));
    },
  },
  Mutation: {
    createLocation: async (_, { input }, context) =>
      payload("location", await createLocation(requireCaller(context), withLanguage(input))),
    updateLocation: async (_, { input }, context) =>
      payload("location", await updateLocation(requireCaller(context), withLanguage(input))),
  },
  Location: {
    dayEndHour: ({ dayEndHour }) => dayEndHour ?? 0,
    earlierDays: ({ earlierDays = [] }) => earlierDays.map((days) => ({ dayEndHour: 0, ...days })),
    ownReceipt: (location, _, context) => ({ ...receiptOf({}, location), ...ownLogo(context, location) }),
    receipt: (location, _, context) => receiptAt(context, location),
  },
};

export const locationApi: ApiModule = {
  resolvers,
  nodes: { loc: { type: "Location", load: (_, id, context) => locationLoader(context).load(id) } },
};
