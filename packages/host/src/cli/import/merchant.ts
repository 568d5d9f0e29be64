import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "@pos/core/base/context.ts";
import { isId } from "@pos/core/base/id.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { getMerchant, type Merchant } from "@pos/core/people/merchant/index.ts";
import { readStaff, staffKey } from "@pos/core/people/staff/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { ownerContext, signUp } from "@pos/functions/api/sign-up.ts";
import { CommandFailed } from "../../control/command.ts";
import { saveDurably } from "../../platform/files.ts";

/** For whom the documents are recorded, and the owner in whose name. */
export interface ImportMerchant {
  readonly merchant: Merchant;
  readonly owner: Context;
  /** Where the owner's password is; undefined: the merchant was there already. */
  readonly credentialsPath: string | undefined;
}

export interface MerchantChoice {
  readonly table: Table;
  readonly clock: Clock;
  /** Where the credentials of a new merchant go. */
  readonly folder: string;
  /** Which merchant, where there are several. */
  readonly merchantId?: string;
}

const CURRENCY = "GBP";

/**
 * The merchant named, else the only one there is, else a new one.
 * @throws CommandFailed when it is unknown, is ambiguous, has no owner, or has another currency
 */
export async function importMerchant(choice: MerchantChoice): Promise<ImportMerchant> {
  const { table, clock } = choice;
  const ids: string[] = [];
  for await (const id of allMerchants(table)) ids.push(id);
  const found = await chosen(table, ids, choice.merchantId);
  if (!found) return newMerchant(choice);
  const merchant = await getMerchant(table, found);
  if (merchant.currency !== CURRENCY)
    throw new CommandFailed(
      `The prices are in ${CURRENCY}, but ${merchant.name} (${merchant.id}) counts in ${merchant.currency}.`,
    );
  const ownerId = await findOwner(table, merchant.id);
  if (ownerId === undefined)
    throw new CommandFailed(
      `${merchant.name} (${merchant.id}) has no owner in whose name documents could be recorded.`,
    );
  return { merchant, owner: ownerContext(table, clock, merchant.id, ownerId), credentialsPath: undefined };
}

async function chosen(table: Table, ids: readonly string[], asked: string | undefined): Promise<string | undefined> {
  if (asked !== undefined && ids.includes(asked)) return asked;
  if (asked === undefined && ids.length < 2) return ids[0];
  const merchants = await Promise.all(ids.map((id) => getMerchant(table, id)));
  const listed = merchants.map(({ id, name, currency }) => `\n  ${id}  ${name} (${currency})`).join("");
  if (asked === undefined)
    throw new CommandFailed(`There are several merchants. Say for which one with --merchant ID:${listed}`);
  const there = ids.length === 0 ? " There is none yet; leave --merchant out." : ` There are:${listed}`;
  throw new CommandFailed(`There is no merchant ${asked}.${there}`);
}

/** Anybody who may do everything everywhere. */
async function findOwner(table: Table, merchantId: string): Promise<string | undefined> {
  const { pk } = staffKey(merchantId, "any");
  let after: string | undefined;
  do {
    const page = await table.query({ pk, limit: 500, ...(after === undefined ? {} : { after }) });
    const owner = page.items
      .map(readStaff)
      .find(({ role, coverage, disabled }) => role === "OWNER" && coverage === "all" && !disabled);
    if (owner) return owner.id;
    after = page.next;
  } while (after !== undefined);
  return undefined;
}

/** Ids come along, so that a sign-up that was cut short is done again as it was begun. */
interface Credentials {
  readonly merchantId: string;
  readonly taxCodeId: string;
  readonly owner: { readonly id: string; readonly email: string; readonly password: string };
}

const CREDENTIALS_FILE = "online-retail-credentials.json";

/** Saved before the merchant is created, so that its password is never lost. */
async function newMerchant({ table, clock, folder }: MerchantChoice): Promise<ImportMerchant> {
  const path = join(folder, CREDENTIALS_FILE);
  const credentials = savedCredentials(path) ?? newCredentials(clock);
  saveDurably(path, `${JSON.stringify(credentials, null, 2)}\n`);
  const { merchantId, taxCodeId, owner } = credentials;
  const merchant = { id: merchantId, name: "Online Retail", currency: CURRENCY, cashStep: 1 };
  const signedUp = await signUp(table, clock, {
    merchant,
    taxes: {
      regime: { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP" },
      defaultCodeId: taxCodeId,
      codes: { [taxCodeId]: { id: taxCodeId, name: "No tax", rate: "0" } },
    },
    owner: { name: "Owner", ...owner },
  });
  if (!signedUp.ok) {
    const why = signedUp.failures.map(({ message }) => message).join(" ");
    throw new CommandFailed(
      `No merchant could be made with what is in ${path}: ${why} Delete that file and try again.`,
    );
  }
  return { merchant, owner: signedUp.value, credentialsPath: path };
}

function newCredentials(clock: Clock): Credentials {
  const password = Buffer.from(clock.randomBytes(15)).toString("base64url");
  return {
    merchantId: clock.newId("mer"),
    taxCodeId: clock.newId("tax"),
    owner: { id: clock.newId("stf"), email: "owner@online-retail.example", password },
  };
}

/** What an earlier attempt saved; anything else by that name is replaced. */
function savedCredentials(path: string): Credentials | undefined {
  if (!existsSync(path)) return undefined;
  const saved = jsonOf(readFileSync(path, "utf8")) as Partial<Credentials> | undefined;
  const { merchantId = "", taxCodeId = "", owner } = saved ?? {};
  const isWhole = isId("mer", merchantId) && isId("tax", taxCodeId) && isId("stf", owner?.id ?? "");
  return isWhole && owner?.email && owner.password ? { merchantId, taxCodeId, owner } : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The platform's only way to say that it is no JSON.
  }
}
