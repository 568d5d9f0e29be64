import { type BusinessDays, withDayRule } from "../../base/business-day.ts";
import { canonicalJson, type Json } from "../../base/canonical.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Patch, patched } from "../../base/patch.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { changeVersioned } from "../../table/port/versioned.ts";
import {
  authorize,
  type Context,
  codeLock,
  codeProblems,
  codeTaken,
  createOnce,
  createWithin,
  requestHashOf,
} from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import {
  cleanLocation,
  cleanLocationPatch,
  fieldProblems,
  type Location,
  type LocationPatch,
  locationProblems,
  type SentLocation,
} from "./model.ts";
import { getLocation, merchantLocations } from "./queries.ts";
import { locationItem, locationUpdate, logoWrite, readLocation } from "./records.ts";

export async function createLocation(context: Context, sent: SentLocation): Promise<Result<Location>> {
  authorize(context, "location:write");
  const input = cleanLocation(sent);
  const problems = locationProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { merchantId } = context.caller;
  const { logo, ...location } = input;
  const record = locationItem(merchantId, { ...location, ...hashOf(logo) }, requestHashOf({ ...sent }));
  const quota = { what: "locations", kind: "location", max: LIMITS.locationsMax };
  const created = await createWithin(context, quota, record, (made) =>
    createOnce(
      context,
      made,
      [
        codeLock(merchantId, "LOCATION", input),
        auditWrite(context, merchantId, "location:create", input.id),
        ...(logo === undefined ? [] : [logoWrite(merchantId, input.id, logo)]),
      ],
      (index) => (index === 0 ? codeTaken("LOCATION") : undefined),
      () =>
        codeProblems(context.table, merchantId, "LOCATION", input, () => merchantLocations(context.table, merchantId)),
    ),
  );
  return created.ok ? ok(readLocation(created.value)) : created;
}

/**
 * Changes the name, its texts on receipts, and which business day an instant belongs to. Another zone or another end of the day
 * holds from the next business day on; what was recorded keeps its day.
 */
export async function updateLocation(context: Context, sent: LocationPatch): Promise<Result<Location>> {
  authorize(context, "location:write");
  const input = cleanLocationPatch(sent);
  const problems = fieldProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { locationId, version, logo, ...patch } = input;
  const hash = logo === null ? { logoHash: null } : hashOf(logo);
  const changed = (before: Location) => patchedLocation(before, { ...patch, ...hash }, context.clock.now());
  return changeVersioned<Location, Location>(context, {
    what: "location",
    version,
    async read() {
      const location = await getLocation(context, locationId);
      if (location) return ok(fieldsOf(location));
      return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
    },
    ifApplied(current) {
      const isApplied = current.version === version + 1 && isSame(current, changed(current));
      return isApplied ? current : undefined;
    },
    async change(current) {
      const { merchantId } = context.caller;
      const { version: _, ...set } = changed(current);
      const remove = Object.keys(current).filter((field) => field !== "version" && !Object.hasOwn(set, field));
      const writes = [
        locationUpdate(merchantId, current, set, remove),
        ...(set.logoHash === current.logoHash ? [] : [logoWrite(merchantId, locationId, logo ?? undefined)]),
        auditWrite(context, merchantId, "location:update", locationId),
      ];
      return ok({ writes: writes.map((write) => ({ write })), value: { ...set, version: version + 1 } });
    },
  });
}

function hashOf(logo: string | undefined): Pick<Location, "logoHash"> {
  return logo === undefined ? {} : { logoHash: requestHashOf({ logo }) };
}

/** Without what the stored item has beside them. */
function fieldsOf(location: Location): Location {
  const own = FIELDS.flatMap((field) => (location[field] === undefined ? [] : [[field, location[field]]]));
  return Object.fromEntries(own) as Location;
}

const FIELDS = [
  ...(["id", "code", "name", "timeZone", "dayEndHour", "earlierDays", "version"] as const),
  "logoHash",
  ...(["language", "header", "address", "phone", "taxNumber", "footer"] as const),
] as const;

type FieldsPatch = Omit<LocationPatch, "locationId" | "version" | "logo"> & Patch<Pick<Location, "logoHash">>;

function patchedLocation(before: Location, patch: FieldsPatch, now: string): Location {
  const { earlierDays, ...fields } = before;
  const { timeZone, dayEndHour, ...others } = patched<Location>(fields, patch, ["name", "timeZone"]);
  const rule = { timeZone, ...(dayEndHour === undefined ? {} : { dayEndHour }) };
  return { ...others, ...withDayRule(daysOf(before), rule, now) };
}

function daysOf({ timeZone, dayEndHour, earlierDays }: Location): BusinessDays {
  return {
    timeZone,
    ...(dayEndHour === undefined ? {} : { dayEndHour }),
    ...(earlierDays === undefined ? {} : { earlierDays }),
  };
}

function isSame(one: Location, other: Location): boolean {
  return canonicalJson({ ...one } as unknown as Json) === canonicalJson({ ...other } as unknown as Json);
}
