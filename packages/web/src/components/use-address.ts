"use client";

import { type UseQueryStatesKeysMap, useQueryStates, type Values } from "nuqs";

/** What the address of a page states, and how it is changed. Null takes a name out. */
export interface Address<State> {
  readonly state: State;
  readonly set: (
    changes: Partial<{ readonly [Name in keyof State]: State[Name] | null }>,
    how?: "push" | "replace",
  ) => void;
}

/**
 * Filters and the position in a list are in the address: it can be bookmarked, shared and gone back to. What is changed
 * begins at the first page; `push` makes the step one to go back from.
 */
export function useAddress<Parsers extends UseQueryStatesKeysMap>(parsers: Parsers): Address<Values<Parsers>> {
  const [state, change] = useQueryStates(parsers);
  return {
    state,
    set(changes, how = "replace") {
      const start = "after" in parsers ? { after: null, page: null } : {};
      void change({ ...start, ...changes } as Parameters<typeof change>[0], { history: how, scroll: how === "push" });
    },
  };
}
