import * as v from "valibot";

/** Products that a terminal shows first: those that were pinned, and those that it sells most. */
export interface Favourites {
  readonly pinned: readonly string[];
  /** How often each was added to a cart, lately. */
  readonly sold: { readonly [productId: string]: number };
}

const NONE: Favourites = { pinned: [], sold: {} };
const SOLD_SHOWN = 24;
/** Once or twice is chance. */
const SOLD_MIN = 3;
const PINNED_MAX = 200;
/** When all counts together reach it they are halved, so that what no longer sells goes. */
const SOLD_SUM_MAX = 4_000;

/** Ids of what is shown first: pinned ones in the order in which they were pinned, then what is sold most. */
export function shownFirst({ pinned, sold }: Favourites): string[] {
  const most = Object.entries(sold)
    .filter(([id, count]) => count >= SOLD_MIN && !pinned.includes(id))
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, SOLD_SHOWN)
    .map(([id]) => id);
  return [...pinned, ...most];
}

export function withSold(favourites: Favourites, productId: string): Favourites {
  const sold = { ...favourites.sold, [productId]: (favourites.sold[productId] ?? 0) + 1 };
  const sum = Object.values(sold).reduce((total, count) => total + count, 0);
  if (sum < SOLD_SUM_MAX) return { ...favourites, sold };
  const halved = Object.entries(sold).flatMap(([id, count]) =>
    count < 2 ? [] : [[id, Math.floor(count / 2)] as const],
  );
  return { ...favourites, sold: Object.fromEntries(halved) };
}

export function withPin({ pinned, sold }: Favourites, productId: string): Favourites {
  if (pinned.includes(productId)) return { pinned: pinned.filter((id) => id !== productId), sold };
  return { pinned: [...pinned, productId].slice(-PINNED_MAX), sold };
}

const FORM = v.object({ pinned: v.array(v.string()), sold: v.record(v.string(), v.number()) });
const NAME = "pos-favourites";

/** What the browser keeps; nothing of value is lost where it keeps nothing. */
export function loadFavourites(): Favourites {
  try {
    const read = v.safeParse(FORM, JSON.parse(localStorage.getItem(NAME) ?? "null"));
    return read.success ? read.output : NONE;
  } catch {
    // Not JSON, or a browser that keeps nothing for this page. Tiles fill again by what is sold, and pins are set again.
    return NONE;
  }
}

export function keepFavourites(favourites: Favourites): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(favourites));
  } catch {
    // Full, or forbidden.
  }
}
