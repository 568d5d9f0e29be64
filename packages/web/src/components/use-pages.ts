"use client";

import type { CountedFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useSession } from "@pos/web/session/session.tsx";
import { type ListPosition, pageArguments } from "./list-address.ts";
import type { Paging, Sorting } from "./table-parts.ts";
import type { Address } from "./use-address.ts";

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** How a list is sorted, by its address. */
export function sortingOf({ state, set }: Address<ListPosition>, byServer: readonly string[] = []): Sorting {
  return { sort: state.sort, choose: (sort) => set({ sort }), byServer };
}

const keyOf = (cursor: string) => `pos-page-before:${cursor}`;

/**
 * Steps through a list by cursor. A list is read in one direction: the tab keeps at which cursor each page began, and the
 * way back from a page that was opened by its address leads to the start.
 */
export function usePages({ state, set }: Address<ListPosition>) {
  const { pageSize, choosePageSize } = useSession();
  const { after, page } = state;
  const pagingOf = ({ hasNextPage, endCursor }: PageInfo, rowCount: CountedFragment | null = null): Paging => ({
    ...{ page, size: pageSize, rowCount, hasNext: hasNextPage, hasPrevious: after !== null },
    toNext() {
      if (endCursor === null) return;
      sessionStorage.setItem(keyOf(endCursor), after ?? "");
      set({ after: endCursor, page: page + 1 }, "push");
    },
    toPrevious() {
      const before = after === null ? "" : (sessionStorage.getItem(keyOf(after)) ?? "");
      set(before === "" ? {} : { after: before, page: Math.max(page - 1, 2) }, "push");
    },
    resize(size) {
      choosePageSize(size);
      set({});
    },
  });
  return { variables: pageArguments(state, pageSize), pagingOf };
}
