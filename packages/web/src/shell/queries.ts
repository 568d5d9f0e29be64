import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import { OpenExceptionsDocument, SessionDocument } from "@pos/web/graphql/generated/graphql.ts";
import type { KnownSession } from "@pos/web/session/known.ts";

/** What the frame of every page asks for. */
export function frameQueries({ me, location }: KnownSession): readonly Asked[] {
  return [
    asked(SessionDocument, {}),
    ...(me.permissions.includes("exception:read") ? [asked(OpenExceptionsDocument, { locationId: location.id })] : []),
  ];
}
