"use client";

import { useState } from "react";

/** Which rows of the page are selected, by their keys. What is not shown any more is not selected. */
export function useSelection<Row>(keyOf: (row: Row) => string) {
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  return {
    selected,
    select,
    clear: () => select(new Set()),
    of: (rows: readonly Row[]) => rows.filter((row) => selected.has(keyOf(row))),
  };
}
