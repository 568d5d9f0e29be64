export { DAY, type DayTotals, dayPart, dayProjection, voidDayPart } from "./booking.ts";
export { dayTotals } from "./queries.ts";
