import { OpenExceptionsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { SELDOM_MILLISECONDS, useChanges } from "@pos/web/session/changes.ts";
import { exceptionsAt } from "@pos/web/session/known.ts";
import { useSessionIfAny } from "@pos/web/session/session.tsx";
import { useQuery } from "urql";

export interface OpenExceptions {
  readonly count: number;
  /** A page is counted, more are only known to be there. */
  readonly text: string;
  readonly isKnown: boolean;
}

const NOTHING_YET = { additionalTypenames: ["Exception"] };

/** How many unresolved exceptions a location has, or all locations have. */
export function useOpenExceptions(): OpenExceptions {
  const session = useSessionIfAny();
  const isAsked = session?.me.permissions.includes("exception:read") === true;
  const [{ data }, refetch] = useQuery({
    query: OpenExceptionsDocument,
    variables: session === undefined ? {} : exceptionsAt(session),
    pause: !isAsked,
    context: NOTHING_YET,
  });
  useChanges(() => {
    if (isAsked) refetch({ requestPolicy: "network-only" });
  }, SELDOM_MILLISECONDS);
  const count = data?.exceptions?.nodes.length ?? 0;
  const hasMore = data?.exceptions?.pageInfo.hasNextPage === true;
  return { count, text: hasMore ? `${count}+` : String(count), isKnown: data?.exceptions !== undefined };
}
