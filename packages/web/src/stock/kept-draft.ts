"use client";

import { useLocalStorage } from "@mantine/hooks";
import { EMPTY_DRAFT, parseDraft, type TakeDraft } from "./take-draft.ts";

/** The stock take of a location that is under way, kept in this browser. */
export function useKeptDraft(locationId: string) {
  const [draft, setDraft, remove] = useLocalStorage<TakeDraft>({
    key: `stock-take:${locationId}`,
    defaultValue: EMPTY_DRAFT,
    serialize: (value) => JSON.stringify(value),
    deserialize: (text) => parseDraft(text ?? null),
  });
  return { draft, setDraft, discard: remove };
}
