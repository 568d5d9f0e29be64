import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { patched } from "../../base/patch.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import { authorize, type Context, createOnce, createWithin, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Write } from "../../table/port/port.ts";
import { changeVersioned } from "../../table/port/versioned.ts";
import { taxCodeProblems } from "./commands.ts";
import { type Category, type CategoryPatch, isSameContent, type NewCategory, withDiscontinued } from "./model.ts";
import { categoryKey, readCategory } from "./records.ts";

export async function createCategory(context: Context, input: NewCategory): Promise<Result<Category>> {
  authorize(context, "catalog:write");
  const name = cleanName(input.name);
  const problem = storedNameProblem(name);
  if (!isId("cat", input.id)) return refused(failure("INVALID_ID", "The id is not cat_ and a ULID.", ["input", "id"]));
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  const { departmentTaxCodeId } = input;
  const { merchantId } = context.caller;
  const record = {
    ...categoryKey(merchantId, input.id),
    id: input.id,
    name,
    version: 1,
    ...(departmentTaxCodeId === undefined ? {} : { departmentTaxCodeId }),
    requestHash: requestHashOf({ ...input }),
  };
  const audit = auditWrite(context, merchantId, "category:create", input.id);
  const quota = { what: "categories", kind: "category", max: LIMITS.categoriesMax };
  const created = await createWithin(context, quota, record, (made) =>
    createOnce(
      context,
      made,
      [audit],
      () => undefined,
      () => taxCodeProblems(context, "departmentTaxCodeId", departmentTaxCodeId),
    ),
  );
  return created.ok ? ok(readCategory(created.value)) : created;
}

/** Changes what a category is called, whether lists offer it, and whether it is a department. Its products stay in it. */
export async function updateCategory(context: Context, input: CategoryPatch): Promise<Result<Category>> {
  authorize(context, "catalog:write");
  const { table, caller, clock } = context;
  const { categoryId, version, isDiscontinued, ...given } = input;
  const patch = typeof given.name === "string" ? { ...given, name: cleanName(given.name) } : given;
  const named = typeof patch.name === "string" ? storedNameProblem(patch.name) : undefined;
  if (named) return refused(failure("INVALID_NAME", `The name ${named}.`, ["input", "name"]));
  const changed = (category: Category) =>
    withDiscontinued(patched(contentOf(category), patch, ["name"]), isDiscontinued ?? undefined, clock.now());
  return changeVersioned(context, {
    what: "category",
    version,
    async read() {
      const key = categoryKey(caller.merchantId, categoryId);
      const item = isId("cat", categoryId) ? await table.get(key) : undefined;
      const unknown = failure("UNKNOWN_CATEGORY", "There is no such category.", ["input", "categoryId"]);
      return item ? ok({ item, category: readCategory(item), version: Number(item.version ?? 1) }) : refused(unknown);
    },
    ifApplied: ({ category, version: current }) =>
      current === version + 1 && isSameContent(contentOf(category), changed(category)) ? category : undefined,
    async change({ item, category, version: current }) {
      const code = given.departmentTaxCodeId;
      const problems = await taxCodeProblems(context, "departmentTaxCodeId", code, category.departmentTaxCodeId);
      if (problems.length > 0) return refused(...problems);
      const { discontinuedAt: _, departmentTaxCodeId: __, ...kept } = item;
      const next = { ...kept, ...changed(category), version: current + 1 };
      const stored = typeof item.version === "number" ? { version: current } : { name: category.name };
      const write: Write = { op: "put", item: next, if: { is: "equal", to: stored } };
      const audit = auditWrite(context, caller.merchantId, "category:update", categoryId);
      return ok({ writes: [{ write }, { write: audit }], value: readCategory(next) });
    },
  });
}

type CategoryContent = Pick<Category, "name" | "discontinuedAt" | "departmentTaxCodeId">;

function contentOf({ name, discontinuedAt, departmentTaxCodeId }: Category): CategoryContent {
  return {
    name,
    ...(discontinuedAt === undefined ? {} : { discontinuedAt }),
    ...(departmentTaxCodeId === undefined ? {} : { departmentTaxCodeId }),
  };
}
