import { addDays, todayAt } from "@pos/web/components/days.ts";
import type { RangeAddress } from "@pos/web/figures/address.ts";
import { chosenRange, rangeVariables } from "@pos/web/figures/chosen-range.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import {
  HomeBestSellersDocument,
  HomeExceptionsDocument,
  HomeLowStockDocument,
  HomeShortPinsDocument,
  SalesComparedDocument,
  SalesOfRangeDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { exceptionsAt, type KnownSession } from "@pos/web/session/known.ts";

/** What the start page asks for beside its figures, by its parts. */
export function homeVariables({ isAll, location }: KnownSession) {
  const locationId = isAll ? null : location.id;
  const today = todayAt(location);
  return { bestSellers: { locationId, today, from: addDays(today, -6) }, lowStock: { locationId } };
}

export function homeQueries(session: KnownSession, address: RangeAddress): readonly Asked[] {
  const { bestSellers, lowStock } = homeVariables(session);
  const { now, before } = rangeVariables(session, chosenRange(session, address));
  const may = (permission: string) => session.me.permissions.includes(permission);
  return [
    ...(may("report:read")
      ? [
          asked(SalesOfRangeDocument, now),
          asked(SalesComparedDocument, before),
          asked(HomeBestSellersDocument, bestSellers),
          asked(HomeLowStockDocument, lowStock),
        ]
      : []),
    ...(may("exception:read") ? [asked(HomeExceptionsDocument, exceptionsAt(session))] : []),
    ...(may("staff:write") ? [asked(HomeShortPinsDocument, {})] : []),
  ];
}
