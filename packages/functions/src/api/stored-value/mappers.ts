import type { StoreCredit, ValueEvent } from "@pos/core/selling/stored-value/index.ts";
import type { Connection } from "../pages.ts";

/** A card as documents name it; what it holds is read when it is asked for. */
export interface GiftCard {
  readonly id: string;
  readonly lastFour: string;
}

export type GiftCardConnection = Connection<GiftCard>;
export type { StoreCredit, ValueEvent };
export type ValueEventConnection = Connection<ValueEvent>;
