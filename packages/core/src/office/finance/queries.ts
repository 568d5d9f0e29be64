import { isId } from "../../base/id.ts";
import { ACCOUNTS, type Account, type Posting, readFact, readHead } from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";
import type { JournalFact } from "./model.ts";

/** The balance of every account of a location's ledger, minor units, debit above zero, in the order of the chart. */
export async function accountBalances(context: Context, locationId: string): Promise<readonly Posting[] | undefined> {
  authorize(context, "report:read");
  if (!(await getLocation(context, locationId))) return undefined;
  const { accounts } = await readHead(context.table, context.caller.merchantId, locationId);
  return (Object.keys(ACCOUNTS) as Account[]).map((account) => [account, accounts[account] ?? 0]);
}

/** A journal entry that this caller may see. */
export async function getJournalEntry(context: Context, id: string): Promise<JournalFact | undefined> {
  authorize(context, "report:read");
  if (!isId("jou", id)) return undefined;
  const stored = await readFact<JournalFact>(context.table, context.caller.merchantId, id);
  return stored && covered(context, stored.fact.locationId) ? stored.fact : undefined;
}
