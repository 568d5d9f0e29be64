import { listProducts } from "../../goods/catalog/index.ts";
import { getTaxSettings } from "../../goods/tax/index.ts";
import { factHeaders, readHead } from "../../ledger/index.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { merchantLocations } from "../../people/location/index.ts";
import { getMerchant, getReceiptSettings } from "../../people/merchant/index.ts";
import { staffAfter } from "../../people/staff/index.ts";
import { merchantTerminals } from "../../people/terminal/index.ts";
import { type CurrencyHold, SETUP_STEPS, type SetupStep, type SetupStepName } from "./model.ts";

/** A merchant with more has long begun. */
const ROWS_LOOKED_AT = 100;

/**
 * What of the first steps is done, found from what is stored.
 * @returns undefined when the merchant has hidden them
 */
export async function setupSteps(context: Context): Promise<SetupStep[] | undefined> {
  authorize(context, "merchant:write");
  const { table, caller } = context;
  const { merchantId } = caller;
  if ((await getMerchant(table, merchantId)).isSetupHidden) return undefined;
  const [receipt, taxes, products, staff, terminals, heads] = await Promise.all([
    getReceiptSettings(table, merchantId),
    getTaxSettings(table, merchantId),
    listProducts(context, { limit: 1 }),
    staffAfter(context, { limit: ROWS_LOOKED_AT }),
    merchantTerminals(table, merchantId),
    headsOf(context),
  ]);
  const done: { readonly [name in SetupStepName]: boolean } = {
    BUSINESS: receipt.address !== undefined,
    TAX: taxes.version > 1,
    PRODUCT: products.length > 0,
    STOCK: heads.some(({ accounts }) => Boolean(accounts.inventory || accounts.costOfGoods)),
    STAFF: staff.some(({ operatorNumber, disabled }) => operatorNumber !== undefined && !disabled),
    TERMINAL: terminals.some(({ activatedAt }) => activatedAt !== undefined),
    SALE: heads.some(({ accounts }) => Boolean(accounts.revenue)),
  };
  return SETUP_STEPS.map((name) => ({ name, isDone: done[name] }));
}

async function headsOf({ table, caller }: Context) {
  const locations = (await merchantLocations(table, caller.merchantId)).slice(0, ROWS_LOOKED_AT);
  return Promise.all(locations.map(({ id }) => readHead(table, caller.merchantId, id)));
}

/**
 * Why the currency has to stay: amounts were recorded in it, or a terminal prices in it that may sell without a connection.
 * @returns undefined when it may be changed
 */
export async function currencyHold(context: Context): Promise<CurrencyHold | undefined> {
  const { table, caller } = context;
  const { merchantId } = caller;
  const terminals = await merchantTerminals(table, merchantId);
  if (terminals.some(({ credentialHash }) => credentialHash !== undefined)) return "TERMINAL_PAIRED";
  const locations = await merchantLocations(table, merchantId);
  for (const ledgerId of [merchantId, ...locations.map(({ id }) => id)]) {
    if ((await readHead(table, merchantId, ledgerId)).stored) return "RECORDED";
    for await (const _ of factHeaders(table, { merchantId, ledgerId })) return "RECORDED";
  }
  return undefined;
}
