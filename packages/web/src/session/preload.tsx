import type { Asked } from "@pos/web/graphql/asked.ts";
import { Preloaded } from "@pos/web/graphql/preloaded.tsx";
import { askAll } from "@pos/web/graphql/server.ts";
import type { ReactNode } from "react";
import type { KnownSession } from "./known.ts";
import { isDocument, pageSession } from "./server.ts";

/** As Next gives them to a page. */
export type PageParameters = Readonly<Record<string, string | string[] | undefined>>;

/** Asks for the queries of a page while the server renders it, so that its first content comes with the document. */
export async function Preload({
  queries,
  parameters,
  children,
}: {
  readonly queries: (session: KnownSession, get: (name: string) => string | undefined) => readonly Asked[];
  /** Of the page's address, for queries that depend on it. */
  readonly parameters?: Promise<PageParameters>;
  readonly children: ReactNode;
}) {
  const session = (await isDocument()) ? await pageSession() : undefined;
  if (session === undefined) return children;
  const known = (await parameters) ?? {};
  const get = (name: string) => [known[name]].flat()[0];
  return <Preloaded results={await askAll(queries(session, get))}>{children}</Preloaded>;
}
