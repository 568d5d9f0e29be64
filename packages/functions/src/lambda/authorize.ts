import type { APIGatewayAuthorizerResult } from "aws-lambda";
import { isOwnOrigin, SESSION_COOKIE } from "../api/cookie.ts";
import { chosenProtocol } from "../realtime/protocol.ts";

/** What a WebSocket API asks before it lets anybody in, as far as it is read here. */
export interface AuthorizeEvent {
  readonly methodArn: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/**
 * Lets a handshake through to `$connect` that could come to something: the one protocol, and a session's cookie only from the
 * page's own origin, where it cannot have been lent to another's page. A token is never looked at: it comes with
 * `connection_init`, and whoever is refused a handshake comes back at once and without end. So this reads no table, and is made
 * of next to nothing.
 */
export async function handler({ methodArn, headers = {} }: AuthorizeEvent): Promise<APIGatewayAuthorizerResult> {
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const Effect = chosenProtocol(named) !== undefined && isOwnPage(named) ? "Allow" : "Deny";
  return {
    principalId: "anybody",
    policyDocument: {
      Version: "2012-10-17",
      Statement: [{ Action: "execute-api:Invoke", Effect, Resource: methodArn }],
    },
  };
}

/** A program that is no browser names no origin, and a page that brings no session has nothing to lose. */
function isOwnPage(headers: Readonly<Record<string, string | undefined>>): boolean {
  const { origin, cookie = "" } = headers;
  if (origin === undefined) return true;
  const bringsSession = cookie.split(/; */).some((text) => text.startsWith(`${SESSION_COOKIE}=`));
  return URL.canParse(origin) && (!bringsSession || isOwnOrigin({ headers }));
}
