"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import { useStable } from "../use-stable.ts";

/** So long the change is on the screen at least: a second Enter or tap is meant for what was there before. */
const CALM_MILLISECONDS = 600;
const KEYS = new Set(["Enter", " "]);

/**
 * Goes on to the next sale, but never by a held key, nor by one that came right after the sale was made. Times are those of
 * the events themselves, so that a busy page does not confuse them.
 */
export function useCalmNext(onNext: () => void, isShown: boolean): (event: MouseEvent) => void {
  const shownAt = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    if (!isShown) return;
    shownAt.current = performance.now();
    const listen = (event: KeyboardEvent) => {
      if (!KEYS.has(event.key)) return;
      if (!event.repeat && event.timeStamp - shownAt.current >= CALM_MILLISECONDS) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [isShown]);
  return useStable(({ timeStamp }) => {
    if (timeStamp - shownAt.current >= CALM_MILLISECONDS) onNext();
  });
}
