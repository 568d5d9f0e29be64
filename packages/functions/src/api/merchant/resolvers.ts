import { isGranted, requireCaller } from "@pos/core/people/access/index.ts";
import {
  getReceiptSettings,
  merchantToChange,
  patchRoleLimits,
  updateMerchant,
} from "@pos/core/people/merchant/index.ts";
import { moneyIn } from "../facts.ts";
import type { ApiModule } from "../module.ts";
import { payload } from "../payload.ts";

const ROLES = ["CASHIER", "MANAGER", "OWNER"] as const;

const resolvers: ApiModule["resolvers"] = {
  Query: {
    roleLimits: (_, __, context) => merchantToChange(requireCaller(context)),
  },
  Mutation: {
    patchRoleLimits: async (_, { input }, context) =>
      payload("roleLimits", await patchRoleLimits(requireCaller(context), input)),
    async updateMerchant(_, { input: { receiptLanguage: language, ...input } }, context) {
      const patch = language === undefined ? input : { ...input, language };
      const updated = await updateMerchant(requireCaller(context), patch);
      return updated.ok ? { merchant: updated.value.merchant, userErrors: [] } : { userErrors: [...updated.failures] };
    },
  },
  Merchant: {
    refusesOutOfStock: ({ refusesOutOfStock }) => refusesOutOfStock ?? false,
    refundsToSameMethod: ({ refundsToSameMethod }) => refundsToSameMethod ?? false,
    refundNeedsCustomer: ({ refundNeedsCustomer }) => refundNeedsCustomer ?? false,
    overrideNeedsReason: ({ overrideNeedsReason }) => overrideNeedsReason ?? false,
    tipPercents: ({ tipPercents = [] }) => [...tipPercents],
    cashBackMax: ({ cashBackMax }) => cashBackMax ?? 0,
    giftCardOfflineMax: ({ giftCardOfflineMax }) => giftCardOfflineMax ?? 0,
    scaleLayouts: ({ scaleLayouts = [] }) => [...scaleLayouts],
    isSetupHidden: ({ isSetupHidden }) => isSetupHidden ?? false,
    receipt: ({ id }, _, context) => getReceiptSettings(requireCaller(context).table, id),
    version: ({ version }) => version ?? 1,
  },
  ReceiptSettings: { logo: ({ logo }) => (typeof logo === "function" ? logo() : logo) },
  Me: {
    merchant: (_, __, context) => context.merchant(),
    async discountLimitPercent(caller, _, context) {
      if (caller.kind === "terminal") return null;
      return (await context.merchant()).limits?.[caller.role]?.discountPercent;
    },
  },
  RoleLimitsList: {
    roles: ({ currency, limits }) => ROLES.map((role) => ({ role, currency, ...limits?.[role] })),
  },
  RoleLimits: {
    unlinkedRefund: ({ unlinkedRefund, ...limits }) =>
      unlinkedRefund === undefined ? null : moneyIn(limits, unlinkedRefund),
    mayRefundUnlinked: ({ role }) => isGranted(role, "refund:unlinked"),
  },
};

export const merchantApi: ApiModule = { resolvers };
