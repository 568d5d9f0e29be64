export { createLocation, updateLocation } from "./commands.ts";
export { type Location, receiptOf } from "./model.ts";
export {
  findLocations,
  getLocation,
  listLocations,
  locationsAfter,
  locationsAsked,
  merchantLocations,
  originAt,
} from "./queries.ts";
export { locationKey, locationMaster, readLocation } from "./records.ts";
