import { LIMITS } from "../../base/limits.ts";
import { ok, type Result, refused } from "../../base/result.ts";
import {
  authorize,
  type Context,
  codeLock,
  codeProblems,
  codeTaken,
  createOnce,
  createWithin,
  requestHashOf,
} from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import { cleanLocation, type Location, locationProblems, type NewLocation } from "./model.ts";
import { merchantLocations } from "./queries.ts";
import { locationItem, readLocation } from "./records.ts";

export async function createLocation(context: Context, sent: NewLocation): Promise<Result<Location>> {
  authorize(context, "location:write");
  const input = cleanLocation(sent);
  const problems = locationProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { merchantId } = context.caller;
  const record = locationItem(merchantId, input, requestHashOf({ ...sent }));
  const quota = { what: "locations", kind: "location", max: LIMITS.locationsMax };
  const created = await createWithin(context, quota, record, (made) =>
    createOnce(
      context,
      made,
      [codeLock(merchantId, "LOCATION", input), auditWrite(context, merchantId, "location:create", input.id)],
      (index) => (index === 0 ? codeTaken("LOCATION") : undefined),
      () =>
        codeProblems(context.table, merchantId, "LOCATION", input, () => merchantLocations(context.table, merchantId)),
    ),
  );
  return created.ok ? ok(readLocation(created.value)) : created;
}
