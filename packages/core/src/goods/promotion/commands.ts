import { canonicalJson, type Json } from "../../base/canonical.ts";
import { canonicalDecimal } from "../../base/decimal.ts";
import { isId } from "../../base/id.ts";
import { type Patch, patched } from "../../base/patch.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import {
  type CustomerGroup,
  type CustomerGroupChange,
  customerGroupProblems,
  customerGroupWrites,
  storedCustomerGroups,
} from "../../customers/customer-group/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Item, Write } from "../../table/port/port.ts";
import { changeVersioned, retrying } from "../../table/port/versioned.ts";
import { findCategories, findProducts } from "../catalog/index.ts";
import { cleanCouponCode, endedLongAgo, type Promotion, type PromotionScope, promotionState } from "./model.ts";
import { type PromotionRule, ruleProblems } from "./problems.ts";
import { endedPromotion, type PromotionNow, todayAt } from "./queries.ts";
import {
  type EndedGroups,
  endedPromotionPut,
  hasRoom,
  offersWrite,
  type Promotions,
  promotionsKey,
  readPromotions,
  type StoredPromotion,
} from "./records.ts";

const PROMOTIONS_MAX = 500;

const PRIORITY_DEFAULT = 100;

/** A rule as a client sends it: what is absent has a default. */
export type SentRule = Pick<PromotionRule, "name" | "kind"> & Patch<Omit<PromotionRule, "name" | "kind">>;

export type NewPromotion = SentRule & { readonly id: string; readonly isEnabled?: boolean | null | undefined };

/** A change: an absent field stays as it is, null removes. */
export interface PromotionPatch extends Patch<Omit<PromotionRule, "kind">> {
  readonly promotionId: string;
  readonly version: number;
  readonly isEnabled?: boolean | null | undefined;
  /** It ends now, before its last day. */
  readonly endNow?: boolean | null | undefined;
}

export async function createPromotion(context: Context, input: NewPromotion): Promise<Result<PromotionNow>> {
  authorize(context, "promotion:write");
  const { id, isEnabled, ...sent } = input;
  const rule = cleanRule(ruleOf(sent));
  const problems = ruleProblems(rule);
  if (!isId("prm", id)) problems.unshift(failure("INVALID_ID", "The id is not prm_ and a ULID.", ["input", "id"]));
  if (problems.length > 0) return refused(...problems);
  const requestHash = requestHashOf(JSON.parse(JSON.stringify(input)) as Json);
  const today = await todayAt(context);
  return retrying(context.clock, "merchant's promotions", async () => {
    const item = await context.table.get(promotionsKey(context.caller.merchantId));
    const before = readPromotions(item);
    const known = before.promotions[id] ?? (await endedPromotion(context, id));
    if (known?.requestHash === requestHash) return ok(nowOf(known, today));
    if (known) return refused(failure("ID_CONFLICT", "Another promotion was created with this id.", ["input", "id"]));
    const createdAt = context.clock.now();
    const made: StoredPromotion = { ...rule, id, isEnabled: isEnabled ?? true, createdAt, version: 1, requestHash };
    const refusals = await problemsWith(context, { item, before, changed: made }, today);
    if (refusals.length > 0) return refused(...refusals);
    const done = await context.table.transact(
      writesOf(context, "promotion:create", { item, before, changed: made }, today),
    );
    return done.ok ? ok(nowOf(made, today)) : undefined;
  });
}

/** Changes a promotion from now on, switches it on or off, or ends it. What was sold keeps what it got. */
export async function updatePromotion(context: Context, input: PromotionPatch): Promise<Result<PromotionNow>> {
  authorize(context, "promotion:write");
  const { promotionId, version, isEnabled, endNow, ...patch } = input;
  const today = await todayAt(context);
  const now = context.clock.now();
  const changedOf = (before: StoredPromotion): StoredPromotion => {
    const rule = cleanRule(patched<StoredPromotion>(before, withEmptyLists(patch), ["name", "priority", "stacking"]));
    const ended = endNow && before.endedAt === undefined ? { endedAt: now } : {};
    return { ...rule, isEnabled: isEnabled ?? before.isEnabled, ...ended };
  };
  return changeVersioned(context, {
    what: "promotion",
    version,
    async read() {
      const item = await context.table.get(promotionsKey(context.caller.merchantId));
      const before = readPromotions(item);
      const known = Object.hasOwn(before.promotions, promotionId) ? before.promotions[promotionId] : undefined;
      if (known) return ok({ item, before, known, version: known.version });
      if (await endedPromotion(context, promotionId)) {
        const message = "The promotion ended some time ago and does not change any more.";
        return refused(failure("PROMOTION_ENDED", message, ["input", "promotionId"]));
      }
      return refused(failure("UNKNOWN_PROMOTION", "There is no such promotion.", ["input", "promotionId"]));
    },
    ifApplied: ({ known }) =>
      known.version === version + 1 && isSame(known, changedOf(known)) ? nowOf(known, today) : undefined,
    async change({ item, before, known }) {
      const changed = { ...changedOf(known), version: known.version + 1 };
      const problems = ruleProblems(changed);
      const refusals = problems.length > 0 ? problems : await problemsWith(context, { item, before, changed }, today);
      if (refusals.length > 0) return refused(...refusals);
      const writes = writesOf(context, "promotion:update", { item, before, changed }, today);
      return ok({ writes: writes.map((write) => ({ write })), value: nowOf(changed, today) });
    },
  });
}

function nowOf(promotion: Promotion, today: string): PromotionNow {
  return { promotion, state: promotionState(promotion, today) };
}

function isSame(one: Promotion, other: Promotion): boolean {
  return canonicalJson(one as unknown as Json) === canonicalJson(other as unknown as Json);
}

/** Lists and the order have defaults; all else is left out where it is absent. */
function ruleOf({ name, kind, ...sent }: SentRule): PromotionRule {
  const defaults: PromotionRule = {
    ...{ name, kind, productIds: [], categoryIds: [], groupIds: [], weekdays: [] },
    ...{ priority: PRIORITY_DEFAULT, stacking: "ALL" as const },
  };
  return patched<PromotionRule>(defaults, withoutNulls(sent), []);
}

function withoutNulls<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as T;
}

const LISTS = ["productIds", "categoryIds", "groupIds", "weekdays"];

/** A list that is removed is empty. */
function withEmptyLists<T extends object>(patch: T): T {
  const fields = Object.entries(patch).map(([name, value]) => [
    name,
    value === null && LISTS.includes(name) ? [] : value,
  ]);
  return Object.fromEntries(fields) as T;
}

function cleanRule<T extends PromotionRule>(rule: T): T {
  const { percent, unitPrice, couponCode } = rule;
  return {
    ...rule,
    name: cleanName(rule.name),
    weekdays: [...rule.weekdays].sort(),
    ...(percent === undefined ? {} : { percent: canonicalDecimal(percent) ?? percent }),
    ...(unitPrice === undefined ? {} : { unitPrice: canonicalDecimal(unitPrice) ?? unitPrice }),
    ...(couponCode === undefined ? {} : { couponCode: cleanCouponCode(couponCode) }),
  };
}

/** What a promotion must not be beside the others, and what it must not name. */
async function problemsWith(
  context: Context,
  { item, before: { promotions }, changed }: Changed,
  today: string,
): Promise<Failure[]> {
  const { staying } = parted({ before: { promotions }, changed }, today);
  const others = Object.values(staying).filter(({ id }) => id !== changed.id);
  const isTaken = others.some(
    (other) => other.couponCode === changed.couponCode && promotionState(other, today) !== "ENDED",
  );
  if (changed.couponCode !== undefined && promotionState(changed, today) !== "ENDED" && isTaken)
    return [failure("COUPON_TAKEN", "Another promotion has this coupon code.", ["input", "couponCode"])];
  const isFull = !hasRoom(item, "promotions", staying);
  if (others.length >= PROMOTIONS_MAX || isFull)
    return [failure("TOO_MANY_PROMOTIONS", `A merchant has at most ${PROMOTIONS_MAX} promotions.`)];
  return [...(await unknownGoods(context, changed)), ...(await customerGroupProblems(context, changed.groupIds))];
}

async function unknownGoods(context: Context, promotion: Promotion): Promise<Failure[]> {
  const scopes: [PromotionScope, readonly string[]][] = [
    [promotion, ["input"]],
    ...(promotion.parts ?? []).map((part, index): [PromotionScope, string[]] => [
      part,
      ["input", "parts", String(index)],
    ]),
  ];
  const failures: Failure[] = [];
  for (const [{ productIds, categoryIds }, path] of scopes) {
    const [products, categories] = await Promise.all([
      findProducts(context, [...new Set(productIds)]),
      findCategories(context, [...new Set(categoryIds)]),
    ]);
    if (products.includes(undefined))
      failures.push(failure("UNKNOWN_PRODUCT", "There is no such product.", [...path, "productIds"]));
    if (categories.includes(undefined))
      failures.push(failure("UNKNOWN_CATEGORY", "There is no such category.", [...path, "categoryIds"]));
  }
  return failures;
}

interface Changed {
  readonly item: Item | undefined;
  readonly before: Promotions;
  readonly changed: StoredPromotion;
}

function writesOf(context: Context, action: string, { item, before, changed }: Changed, today: string): Write[] {
  const { merchantId } = context.caller;
  const { staying, leaving } = parted({ before, changed }, today);
  return [
    offersWrite(merchantId, item, "promotions", staying),
    ...leaving.map((promotion) => endedPromotionPut(merchantId, promotion)),
    auditWrite(context, merchantId, action, changed.id),
  ];
}

/** A transaction has room for so many. */
const LEAVING_MAX = 50;

/** With each change, those that ended long ago leave the record that every sale reads. */
function parted(
  { before, changed }: { readonly before: Pick<Promotions, "promotions">; readonly changed: StoredPromotion },
  today: string,
) {
  const isOver = (one: StoredPromotion) => one.id !== changed.id && endedLongAgo(one, today);
  const leaving = Object.values(before.promotions).filter(isOver).slice(0, LEAVING_MAX);
  const left = new Set(leaving.map(({ id }) => id));
  const others = Object.entries(before.promotions).filter(([id]) => !left.has(id));
  return { staying: { ...Object.fromEntries(others), [changed.id]: changed }, leaving };
}

/**
 * Renames a group of customers, ends it, or makes it active again. The ended groups are in the record of promotions and price
 * lists, too: a sale reads that one and no record of groups.
 */
export async function updateCustomerGroup(
  context: Context,
  { customerGroupId, version, name: typed, isEnded }: CustomerGroupChange,
): Promise<Result<CustomerGroup>> {
  authorize(context, "customer:write");
  const name = typed === undefined || typed === null ? undefined : cleanName(typed);
  const problem = name === undefined ? undefined : storedNameProblem(name);
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  const now = context.clock.now();
  const changedOf = ({ endedAt = now, ...known }: CustomerGroup, wasEnded: boolean): CustomerGroup => ({
    ...known,
    ...(name === undefined ? {} : { name }),
    ...((isEnded ?? wasEnded) ? { endedAt } : {}),
  });
  const isAsAsked = (group: CustomerGroup) =>
    (name === undefined || group.name === name) && (isEnded ?? isOver(group)) === isOver(group);
  return changeVersioned(context, {
    what: "group of customers",
    version,
    async read() {
      const { item, before } = await storedCustomerGroups(context);
      const known = Object.hasOwn(before.groups, customerGroupId) ? before.groups[customerGroupId] : undefined;
      if (known) return ok({ item, before, known, version: known.version });
      const path = ["input", "customerGroupId"];
      return refused(failure("UNKNOWN_CUSTOMER_GROUP", "There is no such group of customers.", path));
    },
    ifApplied: ({ known }) => (known.version === version + 1 && isAsAsked(known) ? known : undefined),
    async change({ item, before, known }) {
      const changed = { ...changedOf(known, isOver(known)), version: known.version + 1 };
      const writes = customerGroupWrites(context, "customer-group:update", { item, before, changed });
      const groups = Object.values({ ...before.groups, [changed.id]: changed });
      const ended = isOver(known) === isOver(changed) ? [] : [await endedWrite(context, groups)];
      return ok({ writes: [...writes, ...ended].map((write) => ({ write })), value: changed });
    },
  });
}

function isOver({ endedAt }: CustomerGroup): boolean {
  return endedAt !== undefined;
}

async function endedWrite({ table, caller }: Context, groups: readonly CustomerGroup[]): Promise<Write> {
  const ended: EndedGroups = Object.fromEntries(
    groups.flatMap(({ id, endedAt }) => (endedAt === undefined ? [] : [[id, endedAt]])),
  );
  const item = await table.get(promotionsKey(caller.merchantId));
  return offersWrite(caller.merchantId, item, "endedGroups", ended);
}
