import { businessTime } from "../../base/business-day.ts";
import { isId } from "../../base/id.ts";
import type { Context } from "../../people/access/index.ts";
import { getLocation, locationsAfter } from "../../people/location/index.ts";
import { type Promotion, type PromotionState, promotionState } from "./model.ts";
import {
  endedPromotionKey,
  endedPromotions,
  promotionsKey,
  readCouponUses,
  readEndedPromotion,
  readPromotions,
  type StoredPromotion,
} from "./records.ts";

/** A promotion, and where it is in its life by the clock of the caller's location, else of the merchant's first one. */
export interface PromotionNow {
  readonly promotion: Promotion;
  readonly state: PromotionState;
}

export async function getPromotion(context: Context, id: string): Promise<PromotionNow | undefined> {
  const known = (await currentPromotions(context)).find(({ promotion }) => promotion.id === id);
  if (known) return known;
  const promotion = await endedPromotion(context, id);
  return promotion && { promotion, state: "ENDED" };
}

/** Of the promotions that ended some time ago; undefined: none has this id. */
export async function endedPromotion({ table, caller }: Context, id: string): Promise<StoredPromotion | undefined> {
  const item = isId("prm", id) ? await table.get(endedPromotionKey(caller.merchantId, id)) : undefined;
  return item && readEndedPromotion(item);
}

/** The newest first, also those that ended long ago. */
export async function listPromotions(context: Context): Promise<PromotionNow[]> {
  const { table, caller } = context;
  const [current, ended] = await Promise.all([currentPromotions(context), endedPromotions(table, caller.merchantId)]);
  const over = ended.map((promotion): PromotionNow => ({ promotion, state: "ENDED" }));
  return newestFirst([...current, ...over]);
}

/** Those that every sale reads: of the ended ones, the last. */
export async function currentPromotions(context: Context): Promise<PromotionNow[]> {
  const { table, caller } = context;
  const [item, today] = await Promise.all([table.get(promotionsKey(caller.merchantId)), todayAt(context)]);
  const promotions = Object.values(readPromotions(item).promotions);
  return newestFirst(promotions.map((promotion) => ({ promotion, state: promotionState(promotion, today) })));
}

function newestFirst(promotions: readonly PromotionNow[]): PromotionNow[] {
  return promotions.toSorted((one, other) => (one.promotion.createdAt < other.promotion.createdAt ? 1 : -1));
}

/** In how many sales the coupon of a promotion was used. */
export async function couponUses(
  { table, caller }: Context,
  { id, couponCode }: Promotion,
): Promise<number | undefined> {
  return couponCode === undefined ? undefined : readCouponUses(table, caller.merchantId, id);
}

export async function todayAt(context: Context): Promise<string> {
  const { caller, clock } = context;
  const own = caller.kind === "staff" ? undefined : await getLocation(context, caller.locationId);
  const location = own ?? (await locationsAfter(context, { limit: 1 }))[0];
  return businessTime(clock.now(), location ?? { timeZone: "UTC" }).day;
}
