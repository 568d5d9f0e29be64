"use client";

import { lazy, Suspense, useState } from "react";
import { AccountButton } from "./account-button.tsx";

const load = () => import("./account-panel.tsx");
const AccountPanel = lazy(load);

/** The button of the account; what it opens is loaded when a person is about to press it. */
export function AccountMenu() {
  const [isAsked, setAsked] = useState(false);
  const button = (
    <AccountButton aria-haspopup="dialog" onClick={() => setAsked(true)} onPointerEnter={() => void load()} />
  );
  if (!isAsked) return button;
  return (
    <Suspense fallback={button}>
      <AccountPanel />
    </Suspense>
  );
}
