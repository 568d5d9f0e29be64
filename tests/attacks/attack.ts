import type { Extent } from "./limits.ts";
import type { AttackShop } from "./shop.ts";
import type { Wire } from "./wire.ts";

/** What an attacker does, and what of the findings it tries. */
export interface Attack {
  /** As the findings number them, with a letter where one has several. */
  readonly id: string;
  readonly about: string;
  /** Runs in the gate too. */
  readonly isQuick: boolean;
  readonly run: (stage: Stage) => Promise<Outcome>;
}

export interface Stage {
  readonly shop: AttackShop;
  readonly extent: Extent;
  /** The host's data. */
  readonly folder: string;
  /** The attacker's own, from an address of its own. */
  readonly wire: Wire;
  /** A legitimate client's, from another address. */
  readonly honest: Wire;
}

export interface Outcome {
  /** What it came to, for the table. */
  readonly figures: { readonly [name: string]: number | string };
  /** What must not have been possible, or must have been and was not. */
  readonly wrong: readonly string[];
  /** Ids of what the caller was allowed to create and the host acknowledged. */
  readonly created?: readonly string[];
}
