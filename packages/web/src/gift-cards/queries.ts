import { cleanCardCode } from "@pos/core/selling/stored-value/model.ts";
import { pageArguments } from "@pos/web/components/list-address.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import { GiftCardsDocument } from "@pos/web/graphql/generated/graphql.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import type { GiftCardsAddress } from "./address.ts";

/** Cards are found by the end of their codes: of a whole code only that is asked for. */
export function giftCardVariables(address: GiftCardsAddress, pageSize: number) {
  const typed = cleanCardCode(address.search ?? "").replace(/[^0-9A-Z]/g, "");
  return { lastFour: typed === "" ? null : typed.slice(-4), ...pageArguments(address, pageSize) };
}

export function giftCardQueries({ me, pageSize }: KnownSession, address: GiftCardsAddress): readonly Asked[] {
  if (!me.permissions.includes("gift-card:read")) return [];
  return [asked(GiftCardsDocument, giftCardVariables(address, pageSize))];
}
