import { type BusyShop, busyShop } from "../../support/busy.ts";
import { countingRounds, type Rounds } from "./rounds.ts";

/** What every path through the tables costs, in a shop in full swing. The same code gives the same figures. */
export interface PathUnits {
  readonly writeUnits: number;
  readonly readUnits: number;
  /** Bytes by which what is stored grew, as storage is billed. */
  readonly storedBytes: number;
  /** How often it waits for the tables, one after the other. */
  readonly rounds: number;
}

export type Paths = { readonly [path: string]: PathUnits };

/** A shop, and what measures it. */
export interface Lab {
  readonly busy: BusyShop;
  readonly rounds: Rounds;
  /** @param of what the figures are divided by: the sales of a batch */
  measure(work: () => Promise<unknown>, of?: number): Promise<PathUnits>;
}

export async function openLab(terminals: number): Promise<Lab> {
  const rounds = countingRounds();
  const busy = await busyShop(terminals, rounds.table);
  return {
    busy,
    rounds,
    async measure(work, of = 1) {
      busy.take();
      const { rounds: waited } = await rounds.count(work);
      const { written, read, stored } = busy.take();
      const each = (units: number) => Math.round((units / of) * 100) / 100;
      return { writeUnits: each(written), readUnits: each(read), storedBytes: each(stored), rounds: each(waited) };
    },
  };
}
