import { canonicalDecimal, toScaled } from "../../base/decimal.ts";
import { PERCENT_PLACES } from "../../base/money.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import type { TaxComponent, TaxRate, TypedRate } from "./model.ts";
import { sumOfRates, WHOLE } from "./rates.ts";

/** A state, a county, a city and districts. */
const COMPONENTS_MAX = 10;

export function isNone({ rate, components }: TypedRate): boolean {
  return typeof rate !== "string" && !components;
}

/** A rate as it is kept. */
export function cleanRate({ rate, components }: TypedRate): Result<TaxRate> {
  if (!components) {
    const clean = percentOf(rate ?? "");
    return clean === undefined ? refused(invalidRate("rate")) : ok({ rate: clean });
  }
  if (typeof rate === "string" || components.length < 2 || components.length > COMPONENTS_MAX)
    return refused(
      failure("INVALID_RATE", `A tax has one rate, or 2 to ${COMPONENTS_MAX} components.`, ["input", "components"]),
    );
  const clean: TaxComponent[] = [];
  for (const [index, { name: typed, rate: own, isCompound }] of components.entries()) {
    const path = ["components", String(index)];
    const name = cleanName(typed);
    const problem = storedNameProblem(name);
    if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", ...path, "name"]));
    const percent = percentOf(own);
    if (percent === undefined) return refused(invalidRate(...path, "rate"));
    clean.push({ name, rate: percent, ...(isCompound ? { isCompound } : {}) });
  }
  const sum = sumOfRates(clean);
  return percentOf(sum) === undefined ? refused(invalidRate("components")) : ok({ rate: sum, components: clean });
}

function percentOf(typed: string): string | undefined {
  const rate = canonicalDecimal(typed);
  const scaled = rate === undefined ? undefined : toScaled(rate, PERCENT_PLACES);
  return scaled !== undefined && scaled >= 0 && scaled <= WHOLE ? rate : undefined;
}

function invalidRate(...path: string[]) {
  return failure("INVALID_RATE", "A rate is 0 to 100 per cent with up to six places.", ["input", ...path]);
}
