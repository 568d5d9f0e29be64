"use client";

import { type ReactNode, useState } from "react";
import { Provider } from "urql";
import { createDashboardClient } from "./client.ts";
import { PreloadContext } from "./preloaded.tsx";
import { SIGN_IN, signInAddress } from "./sign-in-address.ts";

/** Who is not signed in (any more) is taken to the sign-in page and back to where they were. */
export function GraphqlProvider({ children }: { readonly children: ReactNode }) {
  const [{ client, preload }] = useState(() => createDashboardClient(redirectToSignIn));
  return (
    <PreloadContext value={preload}>
      <Provider value={client}>{children}</Provider>
    </PreloadContext>
  );
}

function redirectToSignIn(): void {
  const { pathname, search } = window.location;
  // A full page load, so that nothing of the previous session stays in memory.
  if (pathname !== SIGN_IN) window.location.replace(signInAddress(pathname + search));
}
