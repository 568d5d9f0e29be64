import { present } from "@pos/core/base/result.ts";
import { currentPriceLists } from "@pos/core/goods/price-list/index.ts";
import { currentPromotions } from "@pos/core/goods/promotion/index.ts";
import { getTaxes } from "@pos/core/goods/tax/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { operatorsAt } from "@pos/core/people/staff/index.ts";
import {
  activateTerminal,
  announceTerminal,
  createTerminal,
  issueActivationCode,
  revokeTerminal,
  terminalsAfter,
} from "@pos/core/people/terminal/index.ts";
import { paymentMethodsOf } from "@pos/core/selling/payment/index.ts";
import { highestSequence } from "@pos/core/selling/sale/index.ts";
import { locationLoader, locationOf, receiptAt } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { pageById, UNPAGED_ROWS_MAX } from "../pages.ts";
import { payload } from "../payload.ts";
import { epochOf } from "../synced.ts";
import { terminalLoader } from "./loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    terminals: (_, __, context) => terminalsAfter(requireCaller(context), { limit: UNPAGED_ROWS_MAX }),
    async terminalsPage(_, { filter, ...args }, context) {
      const known = requireCaller(context);
      const locationId = filter?.locationId ?? undefined;
      if (locationId !== undefined && !(await locationLoader(context).load(locationId))) return null;
      const list = `terminals:${known.caller.merchantId}:${locationId ?? ""}`;
      return pageById(args, list, (part) =>
        terminalsAfter(known, { ...part, ...(locationId === undefined ? {} : { locationId }) }),
      );
    },
    terminalOperators: (_, __, context) => operatorsAt(requireCaller(context)),
    async terminalSettings(_, __, context) {
      const known = requireCaller(context);
      if (known.caller.kind === "staff") return null;
      const [merchant, taxes, promotions, priceLists, terminal, lastSequence] = await Promise.all([
        context.merchant(),
        getTaxes(known.table, known.caller.merchantId),
        currentPromotions(known),
        currentPriceLists(known),
        terminalLoader(context).load(known.caller.terminalId),
        highestSequence(known),
      ]);
      const { pricesIncludeTax, level, mode } = taxes.regime;
      const location = present(await locationLoader(context).load(known.caller.locationId), "the terminal's location");
      return {
        terminal: present(terminal, "the terminal that calls"),
        merchantName: merchant.name,
        country: merchant.country ?? null,
        receipt: await receiptAt(context, location),
        currency: merchant.currency,
        cashStep: merchant.cashStep,
        paymentMethods: paymentMethodsOf(merchant).filter(({ endedAt }) => endedAt === undefined),
        tipPercents: [...(merchant.tipPercents ?? [])],
        cashBackMax: merchant.cashBackMax ?? 0,
        overrideNeedsReason: merchant.overrideNeedsReason ?? false,
        refundNeedsCustomer: merchant.refundNeedsCustomer ?? false,
        giftCardOfflineMax: merchant.giftCardOfflineMax ?? 0,
        scaleLayouts: [...(merchant.scaleLayouts ?? [])],
        pricesIncludeTax,
        taxLevel: level,
        taxRounding: mode,
        defaultTaxCodeId: taxes.defaultCodeId,
        defaultTaxCode: present(taxes.codes[taxes.defaultCodeId], "the default tax code"),
        taxCodes: Object.values(taxes.codes),
        promotions: promotions.filter(({ state }) => state !== "ENDED"),
        priceLists: priceLists.filter(
          ({ state, list: { locationIds } }) =>
            state !== "ENDED" && (locationIds.length === 0 || locationIds.includes(location.id)),
        ),
        lastSequence,
      };
    },
  },
  Mutation: {
    createTerminal: async (_, { input }, context) =>
      payload("terminal", await createTerminal(requireCaller(context), input)),
    async issueActivationCode(_, { input }, context) {
      const issued = await issueActivationCode(requireCaller(context), input.terminalId);
      return issued.ok ? { ...issued.value, userErrors: [] } : { userErrors: [...issued.failures] };
    },
    async activateTerminal(_, { input }, context) {
      const activated = await activateTerminal(context.asAnonymous, said(input));
      if (!activated.ok) return { userErrors: [...activated.failures] };
      const { terminal, token, merchantId } = activated.value;
      context.ended({ merchantId, terminalId: terminal.id });
      // Nobody has called as this terminal yet: from here on the answer speaks in its name.
      context.actAs({ kind: "terminal", merchantId, terminalId: terminal.id, locationId: terminal.locationId });
      return { terminal, token, userErrors: [] };
    },
    announceTerminal: async (_, __, context) => payload("terminal", await announceTerminal(requireCaller(context))),
    async revokeTerminal(_, { input }, context) {
      const known = requireCaller(context);
      const revoked = await revokeTerminal(known, input.terminalId, input.version);
      if (revoked.ok) context.ended({ merchantId: known.caller.merchantId, terminalId: revoked.value.id });
      return payload("terminal", revoked);
    },
  },
  AnnounceTerminalPayload: { epoch: (_, __, context) => epochOf(context) },
  TerminalOperator: { operatorNumber: ({ operatorNumber }) => present(operatorNumber, "an operator's number") },
  Terminal: {
    kind: ({ kind }) => kind ?? "SELLING",
    location: locationOf,
  },
};

export const terminalApi: ApiModule = {
  resolvers,
  nodes: { trm: { type: "Terminal", load: (_, id, context) => terminalLoader(context).load(id) } },
};
