"use client";

import { type ReactNode, useState } from "react";
import { Provider } from "urql";
import { createGraphqlClient } from "./client.ts";

/** Who is not signed in (any more) is taken to the sign-in page and back to where they were. */
export function GraphqlProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(() => createGraphqlClient(redirectToSignIn));
  return <Provider value={client}>{children}</Provider>;
}

const SIGN_IN = "/sign-in";

function redirectToSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname === SIGN_IN) return;
  const to = pathname + search;
  // A full page load, so that nothing of the previous session stays in memory.
  window.location.replace(to === "/" ? SIGN_IN : `${SIGN_IN}?to=${encodeURIComponent(to)}`);
}
