import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";

const TYPING_MILLISECONDS = 250;

/**
 * A text that takes effect while it is typed, after a short pause, and that follows what it is set to elsewhere: by a step back,
 * or by a button that clears all filters.
 */
export function useTypedText(
  value: string | null,
  commit: (text: string | null) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value ?? "");
  const committed = useRef(value);
  useEffect(() => {
    if (value === committed.current) return;
    committed.current = value;
    setText(value ?? "");
  }, [value]);
  const commitSoon = useDebouncedCallback((typed: string) => {
    const trimmed = typed.trim();
    committed.current = trimmed === "" ? null : trimmed;
    commit(committed.current);
  }, TYPING_MILLISECONDS);
  return [
    text,
    (typed) => {
      setText(typed);
      commitSoon(typed);
    },
  ];
}
