"use client";

import { useOutcome } from "@pos/web/components/outcome.ts";
import { useState } from "react";
import type { CombinedError } from "urql";
import type { Refused } from "./refusals.tsx";

/** What became of one of many changes. */
interface Answer {
  readonly error?: CombinedError | undefined;
  readonly refused: readonly Refused[] | undefined;
}

export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** Makes the same change to many records, one after another, and states how far it is. */
export function useBulk() {
  const [progress, setProgress] = useState<Progress | undefined>(undefined);
  const showOutcome = useOutcome();

  /** Ends at the first that fails, whose reason is shown. @returns those that were changed, with what `change` returned */
  async function run<Row, Changed extends Answer>(
    rows: readonly Row[],
    change: (row: Row) => Promise<Changed>,
  ): Promise<{ readonly row: Row; readonly changed: Changed }[]> {
    const done: { readonly row: Row; readonly changed: Changed }[] = [];
    for (const row of rows) {
      setProgress({ done: done.length, all: rows.length });
      const changed = await change(row);
      if (!showOutcome(changed, changed.refused)) break;
      done.push({ row, changed });
    }
    setProgress(undefined);
    return done;
  }
  return { progress, run };
}
