import { formatInstant, instantMilliseconds } from "@pos/core/base/time.ts";
import { permissionsOf, requireCaller } from "@pos/core/people/access/index.ts";
import { hasTooShortPin, ownRecord, signIn, signInOperator, signOut } from "@pos/core/people/staff/index.ts";
import { announceTerminal } from "@pos/core/people/terminal/index.ts";
import { deviceCookie, sessionCookie } from "../cookie.ts";
import { PERMISSION_NAMES } from "../generated/names.ts";
import type { ApiModule } from "../module.ts";
import { sourceOf } from "../sign-in-source.ts";
import { staffLoader } from "../staff/loader.ts";
import { terminalLoader } from "../terminal/loader.ts";

const KIND = { terminal: "TERMINAL", operator: "OPERATOR", staff: "STAFF" } as const;

const resolvers: ApiModule["resolvers"] = {
  Query: {
    me: (_, __, context) => requireCaller(context).caller,
  },
  Mutation: {
    async signIn(_, { input }, context) {
      const result = await signIn(context.asAnonymous, input, sourceOf(context));
      if (!result.ok) return { userErrors: [...result.failures] };
      const { token, expiresAt, device } = result.value;
      if (!context.wantsCookie) return { token, expiresAt, userErrors: [] };
      context.setCookie(sessionCookie(context.cookieRule, token, expiresAt));
      context.setCookie(deviceCookie(context.cookieRule, device, deviceEnd(context.clock.now())));
      return { expiresAt, userErrors: [] };
    },
    async signOut(_, __, context) {
      const known = requireCaller(context);
      await signOut(known);
      const { caller } = known;
      if (caller.kind === "staff") context.ended({ merchantId: caller.merchantId, sessionId: caller.sessionId });
      if (context.wantsCookie) context.setCookie(sessionCookie(context.cookieRule, "", "1970-01-01T00:00:00.000Z"));
      return { userErrors: [] };
    },
    async signInOperator(_, { input }, context) {
      const result = await signInOperator(requireCaller(context), input, context.credentialVersion);
      if (!result.ok) return { userErrors: [...result.failures] };
      await announceTerminal(requireCaller(context));
      const { token, staffId, expiresAt } = result.value;
      return { token, operatorId: staffId, expiresAt, userErrors: [] };
    },
  },
  SignInOperatorPayload: {
    operator: ({ operatorId }, _, context) => (operatorId ? staffLoader(context).load(operatorId) : null),
  },
  Me: {
    kind: ({ kind }) => KIND[kind],
    staffId: (caller) => (caller.kind === "terminal" ? null : caller.staffId),
    role: (caller) => (caller.kind === "terminal" ? null : caller.role),
    terminal: (caller, _, context) =>
      caller.kind === "staff" ? null : terminalLoader(context).load(caller.terminalId),
    staff: (caller, _, context) => (caller.kind === "terminal" ? null : staffLoader(context).load(caller.staffId)),
    account: (caller, _, context) => (caller.kind === "staff" ? ownRecord(requireCaller(context)) : null),
    async isPinShort(caller, _, context) {
      if (caller.kind === "terminal") return null;
      const staff = await staffLoader(context).load(caller.staffId);
      return staff ? hasTooShortPin(staff) : null;
    },
    currency: async (_, __, context) => (await context.merchant()).currency,
    permissions: (caller) => [...permissionsOf(caller)],
    grantedPermissions: (caller) => permissionsOf(caller).map((permission) => PERMISSION_NAMES[permission]),
  },
};

export const accessApi: ApiModule = { resolvers };

/** Browsers keep no cookie longer than 400 days. */
const DEVICE_DAYS = 400;

function deviceEnd(now: string): string {
  return formatInstant(instantMilliseconds(now) + DEVICE_DAYS * 86_400_000);
}
