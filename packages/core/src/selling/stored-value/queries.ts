import { isId } from "../../base/id.ts";
import { RequestError } from "../../base/result.ts";
import { customerExists } from "../../customers/customer/index.ts";
import { balanceKey, type Fact, factKey, guardUsesOf, readHeader } from "../../ledger/index.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { listLocations } from "../../people/location/index.ts";
import { batchGetAll, itemsOf } from "../../table/port/port.ts";
import { VALUE } from "./booking.ts";
import { countGuess, guessesExhausted } from "./guesses.ts";
import {
  CARD_CODE_BYTES,
  cleanCardCode,
  depositAccount,
  isCardCode,
  isCardCodeEnd,
  type MovesValue,
  newCardCode,
  type ValueState,
} from "./model.ts";
import { cardAccount, cardKey, readValue, valueGuard, valueGuardKey } from "./records.ts";

/** A gift card: only its bearer knows its code. */
export interface GiftCard extends ValueState {
  readonly id: string;
  readonly lastFour: string;
}

function cardOf(id: string, state: ValueState): GiftCard | undefined {
  return state.lastFour === undefined ? undefined : { ...state, id, lastFour: state.lastFour };
}

/** The card with a code. @returns "throttled" if the caller named too many that are unknown */
export async function giftCardByCode(context: Context, code: string): Promise<GiftCard | "throttled" | undefined> {
  authorize(context, "gift-card:check");
  const { table, clock, caller } = context;
  // What is no code costs no read: nothing is counted.
  if (!isCardCode(cleanCardCode(code))) return undefined;
  if ((await guessesExhausted(context)).length > 0) return "throttled";
  const { id } = cardAccount(await cardKey(table, clock, caller.merchantId), cleanCardCode(code));
  const card = cardOf(id, readValue(await table.get(valueGuardKey(caller.merchantId, id))));
  if (!card) await countGuess(context);
  return card;
}

export async function getGiftCard(context: Context, id: string): Promise<GiftCard | undefined> {
  authorize(context, "gift-card:read");
  if (!isId("gft", id)) return undefined;
  return cardOf(id, readValue(await context.table.get(valueGuardKey(context.caller.merchantId, id))));
}

/** What a customer has as store credit. */
export interface StoreCredit {
  readonly customerId: string;
  readonly balance: number;
}

export async function getStoreCredit(context: Context, customerId: string): Promise<StoreCredit | undefined> {
  authorize(context, "gift-card:check");
  const { table, caller } = context;
  if (!isId("cus", customerId) || !(await customerExists(table, caller.merchantId, customerId))) return undefined;
  const { balance } = readValue(await table.get(valueGuardKey(caller.merchantId, customerId)));
  return { customerId, balance };
}

/** A row of the list of cards, with its key there. */
export interface GiftCardRow {
  readonly key: string;
  readonly card: GiftCard;
}

/** What accounts hold, in their order; the caller has read a document that names them. */
export async function valueStates({ table, caller }: Context, ids: readonly string[]): Promise<ValueState[]> {
  const keys = ids.map((id) => valueGuardKey(caller.merchantId, id));
  return (await batchGetAll(table, keys)).map(readValue);
}

/** What is deposited on quotes now, in their order; the caller may see them. */
export async function deposited(context: Context, quoteIds: readonly string[]): Promise<number[]> {
  const states = await valueStates(
    context,
    quoteIds.map((id) => depositAccount(id).id),
  );
  return states.map(({ balance }) => balance);
}

/** A code that no card has, for the sale of a new one. */
export function newGiftCardCode(context: Context): string {
  authorize(context, "sale:create");
  return newCardCode(context.clock.randomBytes(CARD_CODE_BYTES));
}

/**
 * Cards that were used at the caller's locations, by the ends of their codes.
 * @param lastFour what the end of the code begins with
 */
export async function listGiftCards(
  context: Context,
  { limit, after, lastFour = "" }: { readonly limit: number; readonly after?: string; readonly lastFour?: string },
): Promise<GiftCardRow[]> {
  authorize(context, "gift-card:read");
  if (lastFour !== "" && !isCardCodeEnd(lastFour))
    throw new RequestError("BAD_REQUEST", "The end of a code has one to four symbols.");
  const { table, caller } = context;
  const begin = `${VALUE.name}#${cleanCardCode(lastFour)}`;
  const range = after === undefined ? { beginsWith: begin } : { above: `${VALUE.name}#${after}` };
  const keys = new Set<string>();
  for (const location of await listLocations(context)) {
    let count = 0;
    for await (const { sk } of itemsOf(table, balanceKey(caller.merchantId, location.id, VALUE, "").pk, range)) {
      if (!sk.startsWith(begin) || sk.startsWith(`${VALUE.name}#~`) || count === limit) break;
      keys.add(sk.slice(VALUE.name.length + 1));
      count++;
    }
  }
  const page = [...keys].sort().slice(0, limit);
  const ids = page.map((key) => key.slice(key.indexOf("#") + 1));
  const items = await batchGetAll(
    table,
    ids.map((id) => valueGuardKey(caller.merchantId, id)),
  );
  return page.flatMap((key, index) => {
    const card = cardOf(ids[index] ?? "", readValue(items[index]));
    return card ? [{ key, card }] : [];
  });
}

/** One fact that moved an account. */
export interface ValueEvent {
  /** Its place in the history. */
  readonly key: string;
  readonly fact: Fact &
    MovesValue & {
      readonly isBlocked?: boolean;
      readonly reason?: string;
      readonly receiptNumber?: string;
      readonly note?: string;
    };
  readonly amount: number;
}

/** What moved an account, the newest first; the caller has read the account. */
export async function valueHistory(
  { table, caller }: Context,
  accountId: string,
  page: { readonly limit: number; readonly after?: string },
): Promise<ValueEvent[]> {
  const { merchantId } = caller;
  const uses = await guardUsesOf(table, valueGuard, merchantId, accountId, page);
  const items = await batchGetAll(
    table,
    uses.map(({ factId }) => factKey(merchantId, factId)),
  );
  return uses.flatMap(({ key }, index) => {
    const item = items[index];
    if (!item) return [];
    const fact: ValueEvent["fact"] = readHeader(item);
    const amount = (fact.valueMoves ?? []).reduce((sum, move) => (move.id === accountId ? sum + move.amount : sum), 0);
    return [{ key, fact, amount }];
  });
}
