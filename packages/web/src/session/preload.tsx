import type { Asked } from "@pos/web/graphql/asked.ts";
import { Preloaded } from "@pos/web/graphql/preloaded.tsx";
import { askAll } from "@pos/web/graphql/server.ts";
import type { ReactNode } from "react";
import type { KnownSession } from "./known.ts";
import { isDocument, pageSession } from "./server.ts";

/** Asks for the queries of a page while the server renders it, so that its first content comes with the document. */
export async function Preload({
  queries,
  children,
}: {
  readonly queries: (session: KnownSession) => readonly Asked[];
  readonly children: ReactNode;
}) {
  const session = (await isDocument()) ? await pageSession() : undefined;
  if (session === undefined) return children;
  return <Preloaded results={await askAll(queries(session))}>{children}</Preloaded>;
}
