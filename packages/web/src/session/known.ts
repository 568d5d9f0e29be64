import type { SessionQuery } from "@pos/web/graphql/generated/graphql.ts";

/** The location shown last, after `all.` where figures of all of them were shown. */
export const LOCATION_COOKIE = "pos_location";
/** How many rows a page of a list has. */
export const PAGE_SIZE_COOKIE = "pos_rows";
export const PAGE_SIZES = [25, 50, 100] as const;

const ALL = "all.";

export function allLocations(id: string): string {
  return ALL + id;
}

export type Location = NonNullable<SessionQuery["locations"]>[number];

/** Who is signed in, and for which location the pages are. */
export interface KnownSession {
  readonly me: NonNullable<SessionQuery["me"]>;
  readonly locations: readonly Location[];
  /** The location that pages speak of where they speak of one. */
  readonly location: Location;
  /** Pages of figures show the sums over all locations. */
  readonly isAll: boolean;
  /** How many rows a page of a list has. */
  readonly pageSize: number;
}

/** What was chosen in this browser. */
export interface Choices {
  /** The value of the location's cookie. */
  readonly location: string | undefined;
  readonly pageSize: string | undefined;
}

/** Of which location exceptions are listed; null: of all. */
export function exceptionsAt({ isAll, location }: KnownSession): { readonly locationId: string | null } {
  return { locationId: isAll ? null : location.id };
}

export function knownSession(data: SessionQuery | undefined, chosen: Choices): KnownSession | undefined {
  const { me, locations } = data ?? {};
  const isAll = chosen.location?.startsWith(ALL) === true && (locations?.length ?? 0) > 1;
  const id = chosen.location?.startsWith(ALL) ? chosen.location.slice(ALL.length) : chosen.location;
  const location = locations?.find((one) => one.id === id) ?? locations?.[0];
  const pageSize = PAGE_SIZES.find((size) => String(size) === chosen.pageSize) ?? PAGE_SIZES[0];
  return me && locations && location ? { me, locations, location, isAll, pageSize } : undefined;
}
