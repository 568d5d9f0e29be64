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

/** Begins the work again and again until the time is over, so many at once. */
export async function flood(milliseconds: number, atOnce: number, work: (count: number) => Promise<unknown>) {
  const endsAt = performance.now() + milliseconds;
  let count = 0;
  const one = async () => {
    while (performance.now() < endsAt) await work(count++);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return count;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The complaint, if the condition does not hold. */
export function unless(holds: boolean, complaint: string): readonly string[] {
  return holds ? [] : [complaint];
}
