import { present, type Result } from "@pos/core/base/result.ts";
import { covered, requireCaller } from "@pos/core/people/access/index.ts";
import {
  type ChangedStaff,
  changePassword,
  changePin,
  createStaff,
  deactivateStaff,
  hasTooShortPin,
  isChangeable,
  ownRecord,
  reactivateStaff,
  setStaffPassword,
  setStaffPin,
  staffAfter,
  updateAccount,
  updateStaff,
} from "@pos/core/people/staff/index.ts";
import type { RequestContext } from "../context.ts";
import { locationLoader } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { checkSearch, pageById } from "../pages.ts";
import { payload } from "../payload.ts";
import { sourceOf } from "../sign-in-source.ts";
import { signInWaysLoader, staffLoader } from "./loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    staffPage(_, { filter, ...args }, context) {
      const known = requireCaller(context);
      const sought = said(filter ?? {});
      checkSearch(sought.search ?? "");
      const list = ["staff", known.caller.merchantId, ...Object.values(sought)].join(":");
      return pageById(args, list, (part) => staffAfter(known, { ...part, ...sought }));
    },
  },
  Mutation: {
    createStaff: async (_, { input }, context) =>
      payload("staff", await createStaff(requireCaller(context), said(input))),
    updateStaff: async (_, { input }, context) => changed(context, await updateStaff(requireCaller(context), input)),
    deactivateStaff: async (_, { input }, context) =>
      changed(context, await deactivateStaff(requireCaller(context), input)),
    reactivateStaff: async (_, { input }, context) =>
      changed(context, await reactivateStaff(requireCaller(context), input)),
    setStaffPin: async (_, { input }, context) =>
      changed(context, await setStaffPin(requireCaller(context), said(input))),
    setStaffPassword: async (_, { input }, context) =>
      changed(context, await setStaffPassword(requireCaller(context), said(input))),
    updateAccount: async (_, { input }, context) =>
      payload("account", await updateAccount(requireCaller(context), input, sourceOf(context))),
    changePassword: async (_, { input }, context) =>
      changedAccount(context, await changePassword(requireCaller(context), input, sourceOf(context))),
    changePin: async (_, { input }, context) =>
      changedAccount(context, await changePin(requireCaller(context), input, sourceOf(context))),
  },
  Staff: {
    isPinShort: hasTooShortPin,
    isActive: ({ disabled }) => !disabled,
    hasPassword: async ({ id }, _, context) => (await waysOf(context, id)).hasPassword,
    hasPin: async ({ id }, _, context) => (await waysOf(context, id)).hasPin,
    isChangeable: (staff, _, context) => isChangeable(requireCaller(context), staff),
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

async function waysOf(context: RequestContext, staffId: string) {
  return present(await signInWaysLoader(context).load(staffId), "the ways of signing in");
}

/** Closes the sockets of the sessions that ended with the change. */
function changed(context: RequestContext, result: Result<ChangedStaff>) {
  if (!result.ok) return { userErrors: [...result.failures] };
  endSockets(context, result.value.endedSessionIds);
  return { staff: result.value.staff, userErrors: [] };
}

async function changedAccount(context: RequestContext, result: Result<readonly string[]>) {
  if (!result.ok) return { userErrors: [...result.failures] };
  endSockets(context, result.value);
  return { account: await ownRecord(requireCaller(context)), userErrors: [] };
}

function endSockets(context: RequestContext, sessionIds: readonly string[]): void {
  const { merchantId } = requireCaller(context).caller;
  for (const sessionId of sessionIds) context.ended({ merchantId, sessionId });
}

export const staffApi: ApiModule = {
  resolvers,
  nodes: {
    stf: { type: "Staff", needs: "staff:read", load: (_, id, context) => staffLoader(context).load(id) },
  },
};
