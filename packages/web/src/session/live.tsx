"use client";

import { createLive, type Live } from "@pos/web/live/index.ts";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const LiveContext = createContext<Live | undefined>(undefined);

/** One connection for the whole tab; it begins once somebody is signed in, whose session's cookie it comes with. */
export function LiveProvider({ isSignedIn, children }: { readonly isSignedIn: boolean; readonly children: ReactNode }) {
  const [live, setLive] = useState<Live | undefined>(undefined);
  useEffect(() => {
    if (!isSignedIn) return;
    const scheme = window.location.protocol === "https:" ? "wss" : "ws";
    const opened = createLive({ url: `${scheme}://${window.location.host}/graphql`, cookie: true });
    setLive(opened);
    return () => void opened.close();
  }, [isSignedIn]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Undefined until the page runs in a browser and somebody is signed in. */
export function useLive(): Live | undefined {
  return useContext(LiveContext);
}
