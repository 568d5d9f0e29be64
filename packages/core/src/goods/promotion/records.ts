import * as v from "valibot";
import { failure } from "../../base/result.ts";
import { type GuardKind, guardKey, guardState } from "../../ledger/index.ts";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Table, type Write } from "../../table/port/port.ts";
import { PROMOTION_KINDS, type Promotion, STACKINGS, type UsedCoupon } from "./model.ts";
import { NO_PROMOTIONS, type PromotionSet, promotionSet } from "./set.ts";

/** A promotion as it is stored: with what a request to create it again is recognised by. */
export interface StoredPromotion extends Promotion {
  readonly requestHash: string;
}

/** The promotions of a merchant that may still count, in one record that every sale reads. */
export interface Promotions {
  readonly promotions: { readonly [id: string]: StoredPromotion };
  readonly endedGroups?: EndedGroups;
  /** Of the record: it rises with every change of any. */
  readonly version: number;
}

export function promotionsKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "PROMOTIONS" };
}

/** Price lists and ended groups of customers are in the record too: what changes one of them leaves the others. */
export type OffersPart = "promotions" | "priceLists" | "endedGroups";

/** Groups of customers that no promotion and no price list counts for, with since when. */
export interface EndedGroups {
  readonly [groupId: string]: string;
}

/** Every sale reads the record, so it does not grow without end. */
const RECORD_CHARACTERS_MAX = 300_000;

/** Whether the record has room for another content of one of its parts. */
export function hasRoom(item: Item | undefined, part: OffersPart, content: object): boolean {
  return JSON.stringify({ ...item, [part]: content }).length <= RECORD_CHARACTERS_MAX;
}

/** Replaces a part of the record, on condition that nothing of it was changed since it was read. */
export function offersWrite(merchantId: string, item: Item | undefined, part: OffersPart, content: object): Write {
  const version = Number(item?.version ?? 0);
  const stored = JSON.parse(JSON.stringify(content)) as Item["promotions"] & object;
  return {
    op: "update",
    key: promotionsKey(merchantId),
    set: { ...(item ? {} : { promotions: {} }), [part]: stored, version: version + 1 },
    if: item ? { is: "equal", to: { version } } : { is: "absent" },
  };
}

const text = v.string();
const optionalText = v.exactOptional(text);
const optionalNumber = v.exactOptional(v.number());
const SCOPE = { productIds: v.array(text), categoryIds: v.array(text) };

const STORED = v.object({
  ...SCOPE,
  id: text,
  name: text,
  kind: v.picklist(PROMOTION_KINDS),
  percent: optionalText,
  amount: optionalNumber,
  isPerUnit: v.exactOptional(v.boolean()),
  unitPrice: optionalText,
  buyQuantity: optionalNumber,
  getQuantity: optionalNumber,
  parts: v.exactOptional(v.array(v.object({ ...SCOPE, quantity: v.number() }))),
  groupIds: v.array(text),
  startsOn: optionalText,
  endsOn: optionalText,
  weekdays: v.array(v.number()),
  startTime: optionalText,
  endTime: optionalText,
  minimumAmount: optionalNumber,
  minimumQuantity: optionalNumber,
  couponCode: optionalText,
  couponLimit: optionalNumber,
  priority: v.number(),
  stacking: v.picklist(STACKINGS),
  isEnabled: v.boolean(),
  createdAt: text,
  endedAt: optionalText,
  version: v.number(),
  requestHash: text,
});

const readStored = recordCodec(
  "promotions",
  v.object({
    promotions: v.record(text, STORED),
    endedGroups: v.exactOptional(v.record(text, text)),
    version: v.number(),
  }),
);

/** A merchant who never had one has no record. */
export function readPromotions(item: Item | undefined): Promotions {
  return item === undefined ? NONE : readStored(item);
}

const NONE: Promotions = { promotions: {}, version: 0 };

/** Ready for carts; made once for a record that an adapter keeps decoded. */
export function readPromotionSet(item: Item | undefined): PromotionSet {
  if (item === undefined) return NO_PROMOTIONS;
  const known = sets.get(item);
  if (known !== undefined) return known;
  const { promotions, endedGroups } = readPromotions(item);
  const set = promotionSet(Object.values(promotions), endedGroups);
  sets.set(item, set);
  return set;
}

const sets = new WeakMap<Item, PromotionSet>();

export const promotionsMaster: MasterKind = {
  record: "promotions",
  async *read(table, merchantId) {
    const item = await table.get(promotionsKey(merchantId));
    if (item) yield masterRecord(item);
  },
  writes: (merchantId, { id: _, ...record }) => [masterPut(promotionsKey(merchantId), record)],
};

/** Promotions that ended some time ago are records of their own, which no sale on time reads. */
function endedPk(merchantId: string): string {
  return tenantPk(merchantId, "ENDED_PROMOTION");
}

export function endedPromotionKey(merchantId: string, promotionId: string): Key {
  return { pk: endedPk(merchantId), sk: promotionId };
}

export function endedPromotionPut(merchantId: string, promotion: StoredPromotion): Write {
  return masterPut(endedPromotionKey(merchantId, promotion.id), JSON.parse(JSON.stringify(promotion)));
}

export const readEndedPromotion: (item: Item) => StoredPromotion = recordCodec("ended promotion", STORED);

export async function endedPromotions(table: Table, merchantId: string): Promise<StoredPromotion[]> {
  const ended: StoredPromotion[] = [];
  for await (const item of itemsOf(table, endedPk(merchantId))) ended.push(readEndedPromotion(item));
  return ended;
}

export const endedPromotionsMaster: MasterKind = {
  record: "endedPromotion",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, endedPk(merchantId))) yield masterRecord(item);
  },
  writes: (merchantId, record) => [masterPut(endedPromotionKey(merchantId, record.id), record)],
};

/** In how many sales a coupon was used. */
export interface CouponUses {
  readonly used: number;
}

/** A coupon counts in so many sales and in no more. It lies beside its promotion's id; its uses are many, so each has a record. */
export const couponGuard: GuardKind<CouponUses, UsedCoupon> = {
  name: "COUPON_GUARD",
  zero: { used: 0 },
  take({ used }, { code, limit }) {
    const state = { used: used + 1 };
    if (limit === undefined || state.used <= limit) return { state, problems: [] };
    const message = `The coupon ${code} counts in ${limit} sales, and all were made.`;
    return { state, problems: [failure("COUPON_USED_UP", message, ["input", "adjustments"])] };
  },
};

export async function readCouponUses(table: Table, merchantId: string, promotionId: string): Promise<number> {
  const item = await table.get(guardKey(couponGuard, merchantId, promotionId));
  return (guardState(couponGuard, item) as CouponUses).used;
}
