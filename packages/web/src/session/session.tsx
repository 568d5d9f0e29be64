"use client";

import type { Permission } from "@pos/core/generated/names.ts";
import { createContext, useContext } from "react";
import type { KnownSession } from "./known.ts";

export interface Session extends KnownSession {
  /** @param chosen an id, or what `allLocations` makes of one */
  readonly chooseLocation: (chosen: string) => void;
  readonly choosePageSize: (size: number) => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("useSession is used outside of the dashboard.");
  return session;
}

/** The server enforces permissions; screens only hide what would be refused. */
export function usePermission(): (permission: Permission) => boolean {
  const { me } = useSession();
  return (permission) => me.permissions.includes(permission);
}

/** Where the frame shows before it is known who is signed in. */
export function useSessionIfAny(): Session | undefined {
  return useContext(SessionContext);
}
