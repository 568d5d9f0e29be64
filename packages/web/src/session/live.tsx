"use client";

import { createLive, createSharing, type Live, type Sharing } from "@pos/web/live/index.ts";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

declare const LIVE_PATH: string;

interface Opened {
  readonly live: Live;
  readonly sharing: Sharing;
}

const LiveContext = createContext<Opened | undefined>(undefined);

/** One connection for the whole tab; it opens after sign-in, authenticated by the session's cookie. */
export function LiveProvider({ isSignedIn, children }: { readonly isSignedIn: boolean; readonly children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  useEffect(() => {
    if (!isSignedIn) return;
    const scheme = window.location.protocol === "https:" ? "wss" : "ws";
    const live = createLive({ url: `${scheme}://${window.location.host}${LIVE_PATH}`, cookie: true });
    setOpened({ live, sharing: createSharing(live) });
    return () => void live.close();
  }, [isSignedIn]);
  return <LiveContext value={opened}>{children}</LiveContext>;
}

/** Undefined on the server and before sign-in. */
export function useLive(): Live | undefined {
  return useContext(LiveContext)?.live;
}

/** What is shared by all parts of the page; undefined as long as there is no connection. */
export function useSharing(): Sharing | undefined {
  return useContext(LiveContext)?.sharing;
}
