import type { APIGatewayAuthorizerResult } from "aws-lambda";
import { bringsSession } from "../api/cookie.ts";
import { BEHIND_GATEWAY, isOwnOrigin } from "../api/origin.ts";
import { chosenProtocol } from "../realtime/protocol.ts";

/** The members of a WebSocket API authorizer event that this function reads. */
export interface AuthorizeEvent {
  readonly methodArn: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/**
 * Rejects handshakes that cannot succeed: another protocol, or a session cookie from a foreign origin. Tokens are not
 * checked here: they arrive with `connection_init`, and a client whose handshake is rejected would reconnect endlessly.
 * The function therefore reads no table and has almost no code.
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

/** A client that is not a browser sends no origin, and a page without a session cookie has nothing to protect. */
function isOwnPage(headers: Readonly<Record<string, string | undefined>>): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && (!bringsSession(headers, BEHIND_GATEWAY) || isOwnOrigin(headers, BEHIND_GATEWAY));
}
