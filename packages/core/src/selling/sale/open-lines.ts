import type { Departments } from "../../goods/catalog/model.ts";
import type { Taxes } from "../../goods/tax/model.ts";
import type { Findings, SaleMode } from "./findings.ts";
import type { LineInput } from "./model.ts";

/** What is known of the departments that open lines name, and of their taxes. */
interface Known {
  readonly facts: { readonly mode: SaleMode; readonly taxes: Taxes; readonly departments?: Departments };
  readonly found: Findings;
}

/** The department that a line names, if it is known: figures are kept by it. */
export function departmentOf({ categoryId }: LineInput, departments: Departments | undefined): string | undefined {
  return categoryId && departments?.has(categoryId) ? categoryId : undefined;
}

/** Offline, what was a department until a moment ago is as good as one. */
export function checkDepartment({ categoryId }: LineInput, path: readonly string[], { facts, found }: Known): void {
  if (!categoryId) return;
  const { departments, mode } = facts;
  if (mode === "live" ? departments?.get(categoryId) : departments?.has(categoryId)) return;
  found.object("UNKNOWN_CATEGORY", `There is no department ${categoryId}.`, [...path, "categoryId"]);
}

/** The code that an open line names, else its department's, else the merchant's default. */
export function openTaxCode(line: LineInput, path: readonly string[], { facts, found }: Known): string {
  const { taxes, departments } = facts;
  const taxCodeId = line.taxCodeId || departments?.get(line.categoryId ?? "");
  if (!taxCodeId || Object.hasOwn(taxes.codes, taxCodeId)) return taxCodeId || taxes.defaultCodeId;
  found.object("UNKNOWN_TAX_CODE", `There is no tax code ${taxCodeId}.`, [...path, "taxCodeId"]);
  return taxes.defaultCodeId;
}
