import { present } from "@pos/core/base/result.ts";
import { covered, requireCaller } from "@pos/core/people/access/index.ts";
import { createStaff, hasTooShortPin, staffAfter } from "@pos/core/people/staff/index.ts";
import { locationLoader } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { pageById } from "../pages.ts";
import { payload } from "../payload.ts";
import { staffLoader } from "./loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    staffPage(_, args, context) {
      const known = requireCaller(context);
      return pageById(args, `staff:${known.caller.merchantId}`, (part) => staffAfter(known, part));
    },
  },
  Mutation: {
    createStaff: async (_, { input }, context) =>
      payload("staff", await createStaff(requireCaller(context), said(input))),
  },
  Staff: {
    isPinShort: hasTooShortPin,
    locations({ id, coverage }, args, context) {
      if (coverage === "all") return null;
      const known = requireCaller(context);
      const ids = coverage.filter((locationId) => covered(known, locationId)).sort();
      return pageById(args, `staffLocations:${id}`, async ({ limit, after = "" }) => {
        const part = ids.filter((locationId) => locationId > after).slice(0, limit);
        return Promise.all(
          part.map(async (locationId) => present(await locationLoader(context).load(locationId), "a location")),
        );
      });
    },
  },
};

export const staffApi: ApiModule = {
  resolvers,
  nodes: {
    stf: { type: "Staff", needs: "staff:read", load: (_, id, context) => staffLoader(context).load(id) },
  },
};
