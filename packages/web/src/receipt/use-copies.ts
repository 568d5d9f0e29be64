"use client";

import { newId } from "@pos/web/clock.ts";
import { CountReceiptCopyDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useMutation } from "urql";

/**
 * Counts a copy when it is printed. Printing does not wait for it: the paper is marked as a copy either way.
 * @param known how many were printed, as it was read. Undefined: that is not known
 */
export function useCopies(known: number | undefined) {
  const [{ data }, count] = useMutation(CountReceiptCopyDocument);
  const counted = data?.countReceiptCopy.receipt?.copies ?? 0;
  return {
    /** Which copy the next one is. */
    ...(known === undefined ? {} : { copyNumber: Math.max(known, counted) + 1 }),
    countCopy: (factId: string) => void count({ input: { id: newId("rcp"), factId } }),
  };
}
