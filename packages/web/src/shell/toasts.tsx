"use client";

import { lazy, Suspense, useEffect, useState } from "react";

const Notifications = lazy(() =>
  import("@mantine/notifications").then((library) => ({ default: library.Notifications })),
);

const FIRST_TOUCH = ["pointerdown", "keydown"] as const;

/** Short messages at the foot of the page. They follow from what a person does, so the first touch loads what shows them. */
export function Toasts() {
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => {
    const need = () => setNeeded(true);
    for (const name of FIRST_TOUCH) window.addEventListener(name, need, { once: true, passive: true });
    return () => {
      for (const name of FIRST_TOUCH) window.removeEventListener(name, need);
    };
  }, []);
  if (!isNeeded) return null;
  return (
    <Suspense fallback={null}>
      <Notifications position="bottom-center" />
    </Suspense>
  );
}
