import { OpenExceptionsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useSessionIfAny } from "@pos/web/session/session.tsx";
import { useQuery } from "urql";

export interface OpenExceptions {
  readonly count: number;
  /** A page is counted, more are only known to be there. */
  readonly text: string;
  readonly isKnown: boolean;
}

const NOTHING_YET = { additionalTypenames: ["Exception"] };

/** How many exceptions a location has that nobody has dealt with. */
export function useOpenExceptions(): OpenExceptions {
  const session = useSessionIfAny();
  const [{ data }] = useQuery({
    query: OpenExceptionsDocument,
    variables: { locationId: session?.location.id ?? "" },
    pause: session === undefined || !session.me.permissions.includes("exception:read"),
    context: NOTHING_YET,
  });
  const count = data?.exceptions?.nodes.length ?? 0;
  const hasMore = data?.exceptions?.pageInfo.hasNextPage === true;
  return { count, text: hasMore ? `${count}+` : String(count), isKnown: data?.exceptions !== undefined };
}
