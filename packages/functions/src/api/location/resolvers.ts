import { requireCaller } from "@pos/core/people/access/index.ts";
import { createLocation, listLocations } from "@pos/core/people/location/index.ts";
import type { ApiModule } from "../module.ts";
import { payload } from "../payload.ts";
import { locationLoader } from "./loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    locations: (_, __, context) => listLocations(requireCaller(context)),
  },
  Mutation: {
    createLocation: async (_, { input }, context) =>
      payload("location", await createLocation(requireCaller(context), input)),
  },
};

export const locationApi: ApiModule = {
  resolvers,
  nodes: { loc: { type: "Location", load: (_, id, context) => locationLoader(context).load(id) } },
};
