import { isId } from "../../base/id.ts";
import { type Failure, failure } from "../../base/result.ts";
import { cleanCode, cleanName, storedCodeProblem, storedNameProblem } from "../../base/text.ts";
import { isTimeZone } from "../../base/time.ts";

/** A shop or a warehouse. Its zone decides business days; its facts make its ledger. */
export interface Location {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly version: number;
}

export type NewLocation = Omit<Location, "version">;

/** Name and code as they are stored. */
export function cleanLocation(input: NewLocation): NewLocation {
  return { ...input, code: cleanCode(input.code), name: cleanName(input.name) };
}

export function locationProblems(input: NewLocation): Failure[] {
  const problems: Failure[] = [];
  const codeProblem = storedCodeProblem(input.code);
  const titleProblem = storedNameProblem(input.name);
  if (!isId("loc", input.id)) problems.push(failure("INVALID_ID", "The id is not loc_ and a ULID.", ["input", "id"]));
  if (codeProblem) problems.push(failure("INVALID_CODE", `The code ${codeProblem}.`, ["input", "code"]));
  if (titleProblem) problems.push(failure("INVALID_NAME", `The name ${titleProblem}.`, ["input", "name"]));
  if (!isTimeZone(input.timeZone))
    problems.push(failure("INVALID_TIME_ZONE", "The zone is no IANA time zone.", ["input", "timeZone"]));
  return problems;
}
