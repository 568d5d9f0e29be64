import { addDays, todayAt } from "@pos/web/components/days.ts";
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
import type { KnownSession } from "@pos/web/session/known.ts";

/** What the start page asks for beside its figures, by its parts. */
export function homeVariables(locationId: string, today: string) {
  return { bestSellers: { locationId, today, from: addDays(today, -6) }, atLocation: { locationId } };
}

/** @param get a parameter of the page's address */
export function homeQueries(session: KnownSession, get: (name: string) => string | undefined): readonly Asked[] {
  const { me, location, isAll } = session;
  const { bestSellers, atLocation } = homeVariables(location.id, todayAt(location));
  const { now, before } = rangeVariables(session, chosenRange(session, get));
  const may = (permission: string) => me.permissions.includes(permission);
  return [
    ...(may("report:read") ? [asked(SalesOfRangeDocument, now), asked(SalesComparedDocument, before)] : []),
    ...(may("report:read") && !isAll
      ? [asked(HomeBestSellersDocument, bestSellers), asked(HomeLowStockDocument, atLocation)]
      : []),
    ...(may("exception:read") && !isAll ? [asked(HomeExceptionsDocument, atLocation)] : []),
    ...(may("staff:write") ? [asked(HomeShortPinsDocument, {})] : []),
  ];
}
