export { DAY, type DayTotals, dayPart, dayProjection } from "./booking.ts";
export { dayTotals } from "./queries.ts";
