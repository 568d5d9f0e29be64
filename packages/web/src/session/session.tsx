"use client";

import type { Permission } from "@pos/core/generated/names.ts";
import type { SessionQuery } from "@pos/web/graphql/generated/graphql.ts";
import { createContext, useContext } from "react";

export type Location = NonNullable<SessionQuery["locations"]>[number];

export interface Session {
  readonly me: NonNullable<SessionQuery["me"]>;
  readonly locations: readonly Location[];
  /** The location that pages speak of where they speak of one. */
  readonly location: Location;
  readonly chooseLocation: (id: string) => void;
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
