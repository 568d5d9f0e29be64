import type { Asked } from "@pos/web/graphql/asked.ts";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import type { KnownSession } from "./known.ts";
import { Preload } from "./preload.tsx";

/** A page whose filters and position are in its address; with `queries`, its first content comes with the document. */
export function AddressPage({
  queries,
  children,
}: {
  readonly queries?: (session: KnownSession) => readonly Asked[];
  readonly children: ReactNode;
}) {
  return (
    <NuqsAdapter>{queries === undefined ? children : <Preload queries={queries}>{children}</Preload>}</NuqsAdapter>
  );
}
