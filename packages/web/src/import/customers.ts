import {
  ImportCustomerChangeDocument,
  ImportCustomerDocument,
  ImportCustomersDocument,
  type ImportCustomersQuery,
} from "@pos/web/graphql/generated/graphql.ts";
import { derivedId } from "./derived-id.ts";
import type { FieldName } from "./fields.ts";
import {
  badRow,
  type Change,
  type ImportApi,
  type ImportPlan,
  inTurn,
  type PlannedRow,
  refusedBy,
  type Step,
} from "./plan.ts";
import type { ImportRow } from "./rows.ts";

type Known = NonNullable<ImportCustomersQuery["customers"]>["nodes"][number];

const LOOKED_UP_AT_ONCE = 4;
const CUSTOMER_FIELDS = ["name", "email", "phone", "note"] as const satisfies readonly FieldName[];

/** Customers by their mail address, else by their phone number: those that are known are changed, the others created. */
export async function planCustomers(
  api: ImportApi,
  rows: readonly ImportRow[],
  onLookedUp: (count: number) => void,
): Promise<ImportPlan> {
  const planned: PlannedRow[] = [];
  const steps: (Step | undefined)[] = [];
  let count = 0;
  await inTurn(rows, LOOKED_UP_AT_ONCE, async (row, index) => {
    const known = row.problems.length > 0 ? undefined : await knownCustomer(api, row);
    planned[index] = plannedCustomer(row, known);
    steps[index] = stepOf(index, planned[index], known);
    onLookedUp(++count);
  });
  return { rows: planned, phases: [steps.flatMap((step) => step ?? [])] };
}

async function knownCustomer(api: ImportApi, { values: { email, phone } }: ImportRow): Promise<Known | undefined> {
  const find = async (search: string, isKnown: (customer: Known) => boolean) =>
    (await api.ask(ImportCustomersDocument, { search })).customers?.nodes.find(isKnown);
  const address = email?.toLowerCase();
  const number = digits(phone ?? null);
  return (
    (email && (await find(email, (customer) => customer.email?.toLowerCase() === address))) ||
    (phone && (await find(phone, (customer) => digits(customer.phone) === number))) ||
    undefined
  );
}

function digits(phone: string | null): string | undefined {
  return phone?.replace(/\D/g, "");
}

function plannedCustomer(row: ImportRow, known: Known | undefined): PlannedRow {
  if (row.problems.length > 0) return badRow(row);
  if (!known) return { row, status: "new", changes: [], reasons: [] };
  const changes = CUSTOMER_FIELDS.flatMap((field): Change[] => {
    const [from, to] = [known[field] ?? "", row.values[field]];
    return to === undefined || to === from ? [] : [{ field, from, to }];
  });
  return { row, status: changes.length > 0 ? "changed" : "same", changes, reasons: [] };
}

function stepOf(index: number, { row: { values }, status, changes }: PlannedRow, known: Known | undefined) {
  if (status !== "new" && status !== "changed") return undefined;
  const { name = "", email, phone, note } = values;
  return {
    rows: [index],
    async run(api: ImportApi) {
      if (known) {
        const patch = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
        const input = { customerId: known.id, version: known.version, ...patch };
        const [error] = (await api.ask(ImportCustomerChangeDocument, { input })).patchCustomer.userErrors;
        return new Map(error ? [[index, refusedBy(error)]] : []);
      }
      const key = email?.toLowerCase() ?? digits(phone ?? null) ?? name;
      const input = {
        ...{ id: derivedId("cus", key), name },
        ...(email === undefined ? {} : { email }),
        ...(phone === undefined ? {} : { phone }),
        ...(note === undefined ? {} : { note }),
      };
      const [error] = (await api.ask(ImportCustomerDocument, { input })).createCustomer.userErrors;
      return new Map(error ? [[index, refusedBy(error)]] : []);
    },
  };
}
