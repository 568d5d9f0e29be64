"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { SSRData, SSRExchange } from "urql";

export const PreloadContext = createContext<SSRExchange | undefined>(undefined);

/** What the server asked for already: the queries below find it there, on the server and when the browser takes over. */
export function Preloaded({ results, children }: { readonly results: SSRData; readonly children: ReactNode }) {
  const exchange = useContext(PreloadContext);
  useState(() => exchange?.restoreData(results));
  return children;
}
