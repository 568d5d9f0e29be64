/**
 * The one way in which screens read a day that a person types: in the order of the example, with any separator, without zeros, or
 * as YYYY-MM-DD. Without a year it is the year given.
 * @param example a day in digits as the locale writes it, of 2001-02-03
 * @returns YYYY-MM-DD; undefined if the text is no day
 */
export function typedDay(text: string, example: string, year: number): string | undefined {
  const numbers = text.match(/\d+/g) ?? [];
  const parts = numbers.map(Number);
  const isYearFirst = numbers[0]?.length === 4;
  const order = isYearFirst ? ["year", "month", "day"] : orderOf(example);
  const given = parts.length === 2 ? order.filter((part) => part !== "year") : order;
  if (parts.length !== given.length) return undefined;
  const numberOf = (part: string) => parts[given.indexOf(part)];
  const typedYear = numberOf("year") ?? year;
  return realDay(typedYear < 100 ? 2000 + typedYear : typedYear, numberOf("month") ?? 0, numberOf("day") ?? 0);
}

function orderOf(example: string): string[] {
  const names: { readonly [number: number]: string } = { 2001: "year", 2: "month", 3: "day" };
  return (example.match(/\d+/g) ?? []).map((digits) => names[Number(digits)] ?? "");
}

function realDay(year: number, month: number, day: number): string | undefined {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const instant = Date.parse(`${text}T00:00:00Z`);
  // The platform reads the 31st of a shorter month as a day of the next one, or not at all.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text) ? text : undefined;
}
