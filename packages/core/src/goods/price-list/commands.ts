import { canonicalJson, type Json } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Patch, patched } from "../../base/patch.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import { customerGroupProblems } from "../../customers/customer-group/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import { getLocation } from "../../people/location/index.ts";
import type { Item, Write } from "../../table/port/port.ts";
import { changeVersioned, retrying } from "../../table/port/versioned.ts";
import { findVariants } from "../catalog/index.ts";
import {
  checkTimes,
  endedLongAgo,
  hasRoom,
  offersWrite,
  promotionState,
  promotionsKey,
  todayAt,
} from "../promotion/index.ts";
import { type ListPrice, type PriceList, priceRowProblems, pricesOf } from "./model.ts";
import { endedPriceList, type PriceListNow } from "./queries.ts";
import { endedPriceListPut, type PriceLists, readPriceLists, type StoredPriceList } from "./records.ts";

const LISTS_MAX = 100;
/** Of the groups and of the locations of a list. */
const NAMES_MAX = 50;

/** What people type of a list, its prices apart. */
type Conditions = Pick<
  PriceList,
  "name" | "groupIds" | "locationIds" | "startsOn" | "endsOn" | "weekdays" | "startTime" | "endTime"
>;

export interface NewPriceList extends Pick<Conditions, "name">, Patch<Omit<Conditions, "name">> {
  readonly id: string;
  readonly prices?: readonly ListPrice[] | null | undefined;
  readonly isEnabled?: boolean | null | undefined;
}

/** A change: an absent field stays as it is, null removes. Prices are replaced as a whole. */
export interface PriceListPatch extends Patch<Conditions> {
  readonly priceListId: string;
  readonly version: number;
  readonly prices?: readonly ListPrice[] | null | undefined;
  readonly isEnabled?: boolean | null | undefined;
  /** It ends now, for good. */
  readonly endNow?: boolean | null | undefined;
}

const NO_CONDITIONS = { groupIds: [], locationIds: [], weekdays: [] };

export async function createPriceList(context: Context, input: NewPriceList): Promise<Result<PriceListNow>> {
  authorize(context, "price-list:write");
  const { id, prices, isEnabled, name, ...sent } = input;
  const rows = prices ?? [];
  const conditions = cleanConditions({ name, ...NO_CONDITIONS }, sent);
  const problems = [...conditionProblems(conditions), ...priceRowProblems(rows)];
  if (!isId("prl", id)) problems.unshift(failure("INVALID_ID", "The id is not prl_ and a ULID.", ["input", "id"]));
  if (problems.length > 0) return refused(...problems);
  const requestHash = requestHashOf(JSON.parse(JSON.stringify(input)) as Json);
  const today = await todayAt(context);
  return retrying(context.clock, "merchant's price lists", async () => {
    const { item, before } = await stored(context);
    const known = before[id] ?? (await endedPriceList(context, id));
    if (known?.requestHash === requestHash) return ok(nowOf(known, today));
    if (known) return refused(failure("ID_CONFLICT", "Another price list was created with this id.", ["input", "id"]));
    const created = { id, createdAt: context.clock.now(), version: 1, requestHash };
    const made: StoredPriceList = {
      ...conditions,
      ...created,
      isEnabled: isEnabled ?? true,
      prices: pricesOf(rows),
    };
    const change = { item, changed: made, ...parted(before, made, today) };
    const refusals = await problemsWith(context, change, rows);
    if (refusals.length > 0) return refused(...refusals);
    const done = await context.table.transact(writesOf(context, "price-list:create", change));
    return done.ok ? ok(nowOf(made, today)) : undefined;
  });
}

/** Changes a list from now on, switches it on or off, or ends it. What was sold keeps its price. */
export async function updatePriceList(context: Context, input: PriceListPatch): Promise<Result<PriceListNow>> {
  authorize(context, "price-list:write");
  const { priceListId, version, isEnabled, endNow, prices, ...patch } = input;
  const rows = prices ?? [];
  const rowProblems = priceRowProblems(rows);
  if (rowProblems.length > 0) return refused(...rowProblems);
  const today = await todayAt(context);
  const now = context.clock.now();
  const changedOf = (before: StoredPriceList): StoredPriceList => ({
    ...cleanConditions(before, patch),
    isEnabled: isEnabled ?? before.isEnabled,
    ...(prices === undefined ? {} : { prices: pricesOf(rows) }),
    ...(endNow && before.endedAt === undefined ? { endedAt: now } : {}),
  });
  return changeVersioned(context, {
    what: "price list",
    version,
    async read() {
      const { item, before } = await stored(context);
      const known = Object.hasOwn(before, priceListId) ? before[priceListId] : undefined;
      if (known) return ok({ item, before, known, version: known.version });
      if (await endedPriceList(context, priceListId)) {
        const message = "The price list ended some time ago and does not change any more.";
        return refused(failure("PRICE_LIST_ENDED", message, ["input", "priceListId"]));
      }
      return refused(failure("UNKNOWN_PRICE_LIST", "There is no such price list.", ["input", "priceListId"]));
    },
    ifApplied: ({ known }) =>
      known.version === version + 1 && isSame(known, changedOf(known)) ? nowOf(known, today) : undefined,
    async change({ item, before, known }) {
      const changed = { ...changedOf(known), version: known.version + 1 };
      const problems = conditionProblems(changed);
      const change = { item, changed, ...parted(before, changed, today) };
      const refusals = problems.length > 0 ? problems : await problemsWith(context, change, rows);
      if (refusals.length > 0) return refused(...refusals);
      const writes = writesOf(context, "price-list:update", change);
      return ok({ writes: writes.map((write) => ({ write })), value: nowOf(changed, today) });
    },
  });
}

function nowOf(list: PriceList, today: string): PriceListNow {
  return { list, state: promotionState(list, today) };
}

function isSame(one: PriceList, other: PriceList): boolean {
  return canonicalJson(one as unknown as Json) === canonicalJson(other as unknown as Json);
}

async function stored({ table, caller }: Context) {
  const item = await table.get(promotionsKey(caller.merchantId));
  return { item, before: readPriceLists(item) };
}

/** Conditions after a change: a list of names that is removed is empty. */
function cleanConditions<T extends Conditions>(before: T, patch: Patch<Conditions>): T {
  const lists = Object.fromEntries(
    Object.keys(NO_CONDITIONS).flatMap((field) => (patch[field as keyof Conditions] === null ? [[field, []]] : [])),
  );
  const after = patched<T>(before, { ...patch, ...lists } as Patch<T>, ["name"]);
  const { name, groupIds, locationIds, weekdays } = after;
  return {
    ...after,
    name: cleanName(name),
    groupIds: [...new Set(groupIds)],
    locationIds: [...new Set(locationIds)],
    weekdays: [...weekdays].sort(),
  };
}

function conditionProblems(conditions: Conditions): Failure[] {
  const problems: Failure[] = [];
  const add = (message: string, field: string, code: Failure["code"] = "INVALID_PRICE_LIST") =>
    problems.push(failure(code, message, ["input", field]));
  const name = storedNameProblem(conditions.name);
  if (name) add(`The name ${name}.`, "name", "INVALID_NAME");
  for (const field of ["groupIds", "locationIds"] as const)
    if (conditions[field].length > NAMES_MAX) add(`There are at most ${NAMES_MAX}.`, field);
  checkTimes(conditions, add);
  return problems;
}

/** What a list must not be beside the others, and what it must not name. */
async function problemsWith(
  context: Context,
  { item, staying, changed }: Changed,
  rows: readonly ListPrice[],
): Promise<Failure[]> {
  if (Object.keys(staying).length > LISTS_MAX)
    return [failure("TOO_MANY_PRICE_LISTS", `A merchant has at most ${LISTS_MAX} price lists.`)];
  if (!hasRoom(item, "priceLists", staying))
    return [failure("TOO_MANY_PRICE_LISTS", "Price lists and promotions have no room for more prices.")];
  const locations = await Promise.all(changed.locationIds.map((id) => getLocation(context, id)));
  const unknown = locations.includes(undefined)
    ? [failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationIds"])]
    : [];
  const variants = await findVariants(
    context.table,
    context.caller.merchantId,
    rows.map(({ variantId: id }) => ({ id })),
  );
  const missing = variants.flatMap((variant, index) =>
    variant === undefined
      ? [failure("UNKNOWN_VARIANT", "There is no such variant.", ["input", "prices", String(index), "variantId"])]
      : [],
  );
  return [...unknown, ...(await customerGroupProblems(context, changed.groupIds)), ...missing];
}

interface Changed {
  readonly item: Item | undefined;
  readonly changed: StoredPriceList;
  /** What the record that every sale reads has from then on. */
  readonly staying: PriceLists;
  readonly leaving: readonly StoredPriceList[];
}

function writesOf(context: Context, action: string, { item, changed, staying, leaving }: Changed): Write[] {
  const { merchantId } = context.caller;
  return [
    offersWrite(merchantId, item, "priceLists", staying),
    ...leaving.map((list) => endedPriceListPut(merchantId, list)),
    auditWrite(context, merchantId, action, changed.id),
  ];
}

/** A transaction has room for so many. */
const LEAVING_MAX = 50;
/** Terminals may send sales of so many days, at the prices of lists that counted then. */
const DAYS_KEPT = 2 * LIMITS.offlineDays;

/** With each change, those that ended long ago leave the record that every sale reads. */
function parted(before: PriceLists, changed: StoredPriceList, today: string) {
  const isOver = (one: StoredPriceList) => one.id !== changed.id && endedLongAgo(one, today, DAYS_KEPT);
  const leaving = Object.values(before).filter(isOver).slice(0, LEAVING_MAX);
  const left = new Set(leaving.map(({ id }) => id));
  const others = Object.entries(before).filter(([id]) => !left.has(id));
  return { staying: { ...Object.fromEntries(others), [changed.id]: changed }, leaving };
}
