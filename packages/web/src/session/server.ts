import { asked } from "@pos/web/graphql/asked.ts";
import { SessionDocument, type SessionQuery } from "@pos/web/graphql/generated/graphql.ts";
import { askApi } from "@pos/web/graphql/server.ts";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type Choices, type KnownSession, knownSession, LOCATION_COOKIE, PAGE_SIZE_COOKIE } from "./known.ts";

const askSession = cache(() => askApi(asked(SessionDocument, {})));

/** The session of the page that is being rendered; undefined where the browser has to find out. */
export async function pageSession(): Promise<KnownSession | undefined> {
  const [answer, choices] = await Promise.all([askSession(), pageChoices()]);
  return knownSession(answer?.data as SessionQuery | undefined, choices);
}

/** What the visitor chose before, by their cookies. */
export async function pageChoices(): Promise<Choices> {
  const jar = await cookies();
  return { location: jar.get(LOCATION_COOKIE)?.value, pageSize: jar.get(PAGE_SIZE_COOKIE)?.value };
}

export async function isSignedOut(): Promise<boolean> {
  const answer = await askSession();
  return answer?.errors?.[0]?.extensions?.code === "UNAUTHENTICATED";
}

/** Whether a browser loads a document: on its way from page to page it has a cache of its own, and asks by itself. */
export async function isDocument(): Promise<boolean> {
  const destination = (await headers()).get("sec-fetch-dest");
  return destination === null || destination === "document";
}
