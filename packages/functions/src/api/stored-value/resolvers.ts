import { requireCaller } from "@pos/core/people/access/index.ts";
import { findLocations } from "@pos/core/people/location/index.ts";
import {
  adjustGiftCard,
  adjustStoreCredit,
  getGiftCard,
  getStoreCredit,
  giftCardByCode,
  listGiftCards,
  newGiftCardCode,
  type ValueAccount,
  valueHistory,
  valueStates,
} from "@pos/core/selling/stored-value/index.ts";
import type { RequestContext } from "../context.ts";
import { operatorOf } from "../edges.ts";
import { graphqlError } from "../errors.ts";
import { moneyIn } from "../facts.ts";
import { batched } from "../loader.ts";
import type { ApiModule } from "../module.ts";
import { withoutNulls } from "../omit-nulls.ts";
import { connection, pageRequest } from "../pages.ts";
import type { GiftCard } from "./mappers.ts";

/** Not cached: a mutation of the same request may change them. */
const stateLoader = batched(valueStates, { cache: false });

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async giftCard(_, { code }, context) {
      const card = await giftCardByCode(requireCaller(context), code);
      if (card === "throttled")
        throw graphqlError("TOO_MANY_REQUESTS", "Too many unknown gift cards; try again later.");
      return card;
    },
    async giftCards(_, { lastFour, ...args }, context) {
      const list = `giftCards ${lastFour ?? ""}`;
      const request = pageRequest(args, list);
      const { size, after } = request;
      const found = await listGiftCards(requireCaller(context), {
        limit: size + 1,
        ...(after === undefined ? {} : { after }),
        ...(lastFour ? { lastFour } : {}),
      });
      const rows = found.slice(0, size).map(({ key, card }) => ({ key, node: card }));
      return connection(rows, found.length > size, request, list);
    },
    storeCredit: (_, { customerId }, context) => getStoreCredit(requireCaller(context), customerId),
    newGiftCardCode: (_, __, context) => newGiftCardCode(requireCaller(context)),
  },
  Mutation: {
    async adjustGiftCard(_, { input }, context) {
      const caller = requireCaller(context);
      const result = await adjustGiftCard(caller, withoutNulls(input));
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      const [move] = result.value.fact.valueMoves;
      return { giftCard: cardOf(move), replayed: result.value.replayed, userErrors: [] };
    },
    async adjustStoreCredit(_, { input }, context) {
      const caller = requireCaller(context);
      const result = await adjustStoreCredit(caller, withoutNulls(input));
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      const storeCredit = await getStoreCredit(caller, input.customerId);
      return { ...(storeCredit && { storeCredit }), replayed: result.value.replayed, userErrors: [] };
    },
  },
  GiftCard: {
    async balance({ id }, _, context) {
      const state = await stateLoader(context).load(id);
      return moneyIn(await context.merchant(), state?.balance ?? 0);
    },
    isBlocked: async ({ id }, _, context) => (await stateLoader(context).load(id))?.isBlocked ?? false,
    history: ({ id }, args, context) => historyOf(id, args, context),
  },
  StoreCredit: {
    balance: async ({ balance }, _, context) => moneyIn(await context.merchant(), balance),
    history: ({ customerId }, args, context) => historyOf(customerId, args, context),
  },
  ValueEvent: {
    id: ({ fact }) => fact.id,
    kind: ({ fact }) => KINDS[fact.kind] ?? "SALE",
    occurredAt: ({ fact }) => fact.occurredAt,
    amount: async ({ amount }, _, context) => moneyIn(await context.merchant(), amount),
    async location({ fact: { locationId } }, _, context) {
      const [location] = locationId === undefined ? [] : await findLocations(requireCaller(context), [locationId]);
      return location;
    },
    operator: ({ fact }, _, context) => operatorOf(fact, _, context),
    receiptNumber: ({ fact }) => fact.receiptNumber,
    isBlocked: ({ fact }) => fact.isBlocked,
    reason: ({ fact }) => fact.reason,
  },
  SaleLine: { giftCard: ({ line }) => cardOf(line.giftCard) },
  RefundLine: { giftCard: ({ line }) => cardOf(line.giftCard) },
  Payment: { giftCard: ({ payment }) => cardOf(payment.account) },
};

async function historyOf(accountId: string, args: Parameters<typeof pageRequest>[0], context: RequestContext) {
  const list = `storedValue ${accountId}`;
  const request = pageRequest(args, list);
  const { size, after } = request;
  const page = { limit: size + 1, ...(after === undefined ? {} : { after }) };
  const found = await valueHistory(requireCaller(context), accountId, page);
  const rows = found.slice(0, size).map((event) => ({ key: event.key, node: event }));
  return connection(rows, found.length > size, request, list);
}

const KINDS = { sale: "SALE", refund: "REFUND", void: "VOID", valueAdjustment: "ADJUSTMENT" } as {
  readonly [kind: string]: "SALE" | "REFUND" | "VOID" | "ADJUSTMENT";
};

/** Store credit is no card. */
function cardOf(account: ValueAccount | undefined): GiftCard | undefined {
  return account?.lastFour === undefined ? undefined : { id: account.id, lastFour: account.lastFour };
}

export const storedValueApi: ApiModule = {
  resolvers,
  nodes: { gft: { type: "GiftCard", needs: "gift-card:read", load: getGiftCard } },
};
