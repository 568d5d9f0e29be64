export { createLocation, updateLocation } from "./commands.ts";
export { type Location, receiptOf } from "./model.ts";
export {
  findLocations,
  findLogos,
  getLocation,
  listLocations,
  locationsAfter,
  locationsAsked,
  merchantLocations,
  originAt,
} from "./queries.ts";
export { locationKey, locationLogoMaster, locationMaster, readLocation } from "./records.ts";
