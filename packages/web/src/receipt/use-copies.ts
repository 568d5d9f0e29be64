"use client";

import { newId } from "@pos/web/clock.ts";
import { CountReceiptCopyDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useMutation } from "urql";

/** Counts a copy when it is printed. Printing does not wait for it: the paper is marked as a copy either way. */
export function useCopies(factId: string): () => void {
  const [, count] = useMutation(CountReceiptCopyDocument);
  return () => void count({ input: { id: newId("rcp"), factId } });
}
