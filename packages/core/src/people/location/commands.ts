import { LIMITS } from "../../base/limits.ts";
import { ok, type Result, refused } from "../../base/result.ts";
import { authorize, type Context, createOnce, createWithin, requestHashOf } from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import { type Location, locationProblems, type NewLocation } from "./model.ts";
import { locationItem, readLocation } from "./records.ts";

export async function createLocation(context: Context, input: NewLocation): Promise<Result<Location>> {
  authorize(context, "location:write");
  const problems = locationProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { merchantId } = context.caller;
  const record = locationItem(merchantId, input, requestHashOf({ ...input }));
  const audit = auditWrite(context, merchantId, "location:create", input.id);
  const quota = { what: "locations", kind: "location", max: LIMITS.locationsMax };
  const created = await createWithin(context, quota, record, (made) =>
    createOnce(context, made, [audit], () => undefined),
  );
  return created.ok ? ok(readLocation(created.value)) : created;
}
