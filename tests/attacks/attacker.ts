import { setPriority } from "node:os";
import type { Outcome } from "./attack.ts";
import { answerParent } from "./child.ts";
import { ATTACKER_NICENESS, type Extent } from "./limits.ts";
import { attacks } from "./list.ts";
import type { AttackShop } from "./shop.ts";
import { createWire } from "./wire.ts";

/** Runs one attack, at a lower priority than everything else and from an address of its own. */
export interface AttackerQuestion {
  readonly id: string;
  readonly url: string;
  readonly folder: string;
  readonly shop: AttackShop;
  readonly extent: Extent;
}

const ATTACKER_ADDRESS = "127.0.0.66";

setPriority(ATTACKER_NICENESS);
answerParent<AttackerQuestion>(async ({ id, url, folder, shop, extent }): Promise<Outcome> => {
  const attack = attacks.find((one) => one.id === id);
  if (!attack) throw new Error(`There is no attack ${id}`);
  const [wire, honest] = [createWire(url, ATTACKER_ADDRESS), createWire(url)];
  try {
    return await attack.run({ shop, extent, folder, wire, honest });
  } catch (error) {
    // A host that does not answer in time breaks off an attack too: that is its result.
    return { figures: {}, wrong: [error instanceof Error ? error.message : String(error)] };
  } finally {
    wire.close();
    honest.close();
  }
});
