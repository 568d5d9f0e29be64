import { present } from "@pos/core/base/result.ts";
import { findLocations, type Location } from "@pos/core/people/location/index.ts";
import type { RequestContext } from "../context.ts";
import { batched } from "../loader.ts";

export const locationLoader = batched(findLocations);

/** The location of what is bound to one. */
export async function locationOf(
  { locationId }: { readonly locationId: string },
  _: unknown,
  context: RequestContext,
): Promise<Location> {
  return present(await locationLoader(context).load(locationId), "the location");
}
