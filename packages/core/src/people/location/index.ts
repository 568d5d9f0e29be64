import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure, type Result, refused } from "../../base/result.ts";
import { nameProblem } from "../../base/text.ts";
import { isTimeZone } from "../../base/time.ts";
import type { FactOrigin } from "../../ledger/index.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Table } from "../../table/port/port.ts";
import {
  authorize,
  type Context,
  covered,
  createOnce,
  type MasterKind,
  masterPut,
  masterRecord,
  requestHashOf,
} from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";

/** A shop or a warehouse. Its zone decides business days; its facts make its ledger. */
export interface Location {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly version: number;
}

export function locationKey(merchantId: string, locationId: string): Key {
  return { pk: locationsPk(merchantId), sk: locationId };
}

function locationsPk(merchantId: string): string {
  return tenantPk(merchantId, "LOCATION");
}

export function readLocation(item: Item): Location {
  return item as unknown as Location;
}

export const locationMaster: MasterKind = {
  record: "location",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, locationsPk(merchantId))) yield masterRecord(item);
  },
  writes: (merchantId, record) => [masterPut(locationKey(merchantId, record.id), record)],
};

export type NewLocation = Omit<Location, "version">;

export async function createLocation(context: Context, input: NewLocation): Promise<Result<Location>> {
  authorize(context, "location:write");
  const problems = locationProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { merchantId } = context.caller;
  const record = locationItem(merchantId, input, requestHashOf({ ...input }));
  const created = await createOnce(
    context,
    record,
    [auditWrite(context, merchantId, "location:create", input.id)],
    () => undefined,
  );
  return created.ok ? { ok: true, value: readLocation(created.value) } : created;
}

export function locationItem(
  merchantId: string,
  location: NewLocation,
  requestHash: string,
): Item & { requestHash: string } {
  return { ...locationKey(merchantId, location.id), ...location, version: 1, requestHash };
}

function locationProblems(input: NewLocation): Failure[] {
  const problems: Failure[] = [];
  const codeProblem = nameProblem(input.code, LIMITS.codeCharactersMax);
  const titleProblem = nameProblem(input.name);
  if (!isId("loc", input.id)) problems.push(failure("INVALID_ID", "The id is not loc_ and a ULID.", ["input", "id"]));
  if (codeProblem) problems.push(failure("INVALID_CODE", `The code ${codeProblem}.`, ["input", "code"]));
  if (titleProblem) problems.push(failure("INVALID_NAME", `The name ${titleProblem}.`, ["input", "name"]));
  if (!isTimeZone(input.timeZone))
    problems.push(failure("INVALID_TIME_ZONE", "The zone is no IANA time zone.", ["input", "timeZone"]));
  return problems;
}

/** Undefined: there is none that this caller may see. */
export async function getLocation(context: Context, locationId: string): Promise<Location | undefined> {
  if (!isId("loc", locationId) || !covered(context, locationId)) return undefined;
  const item = await context.table.get(locationKey(context.caller.merchantId, locationId));
  return item && readLocation(item);
}

/** The locations that this caller may see. */
export async function listLocations(context: Context): Promise<Location[]> {
  return (await merchantLocations(context.table, context.caller.merchantId)).filter(({ id }) => covered(context, id));
}

export async function merchantLocations(table: Table, merchantId: string): Promise<Location[]> {
  const locations: Location[] = [];
  for await (const item of itemsOf(table, locationsPk(merchantId))) locations.push(readLocation(item));
  return locations;
}

/** Where and by whom a fact is made: this caller, at this location. */
export function originAt({ caller }: Context, { id, timeZone }: Location): FactOrigin {
  return {
    merchantId: caller.merchantId,
    locationId: id,
    timeZone,
    ...(caller.kind === "staff" ? {} : { terminalId: caller.terminalId }),
    ...(caller.kind === "terminal" ? {} : { operatorId: caller.staffId }),
  };
}
