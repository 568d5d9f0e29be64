import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import { OpenExceptionsDocument, SessionDocument } from "@pos/web/graphql/generated/graphql.ts";
import { exceptionsAt, type KnownSession } from "@pos/web/session/known.ts";

/** What the frame of every page asks for. */
export function frameQueries(session: KnownSession): readonly Asked[] {
  return [
    asked(SessionDocument, {}),
    ...(session.me.permissions.includes("exception:read")
      ? [asked(OpenExceptionsDocument, exceptionsAt(session))]
      : []),
  ];
}
