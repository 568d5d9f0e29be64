import { randomUUID } from "node:crypto";
import { RequestError } from "@pos/core/base/result.ts";
import type { Credential } from "../api/context.ts";
import type { Ended } from "../api/endings.ts";
import { describe } from "../platform/log.ts";
import { deleteSubscription, subscriptionIds } from "./connections.ts";
import { errorFrame } from "./protocol.ts";
import { type Realtime, shownErrors } from "./realtime.ts";

/** Which connections of this process use a credential, so that their subscriptions end together with it. */
export interface CredentialUses {
  readonly opened: (connectionId: string, credential: Credential) => void;
  readonly closed: (connectionId: string) => void;
}

export function watchEndings(realtime: Realtime): CredentialUses {
  const uses = new Map<string, Credential>();
  realtime.endings?.listen((ended) => {
    for (const [connectionId, credential] of uses) {
      if (!isEndOf(ended, credential)) continue;
      endSubscriptions(realtime, { merchantId: ended.merchantId, connectionId }).catch((error: unknown) =>
        realtime.log({ level: "error", event: "socket", connectionId, error: describe(error) }),
      );
    }
  });
  return {
    opened(connectionId, credential) {
      if (realtime.endings) uses.set(connectionId, credential);
    },
    closed: (connectionId) => void uses.delete(connectionId),
  };
}

export function isEndOf(ended: Ended, { merchantId, sessionId, terminalId }: Credential): boolean {
  if (ended.merchantId !== merchantId) return false;
  return "sessionId" in ended ? ended.sessionId === sessionId : ended.terminalId === terminalId;
}

/** A connection has at most this many (see subscribe.ts). */
const SUBSCRIPTIONS_AT_ONCE = 100;

async function endSubscriptions(
  realtime: Realtime,
  connection: { readonly merchantId: string; readonly connectionId: string },
): Promise<void> {
  const ids = await subscriptionIds(realtime.realtime, connection, SUBSCRIPTIONS_AT_ONCE);
  for (const id of ids) {
    await deleteSubscription(realtime.realtime, { ...connection, id });
    const ended = new RequestError("UNAUTHENTICATED", "The token is not valid any more.");
    const frame = errorFrame(id, shownErrors(realtime, [ended], randomUUID()));
    await realtime.connections.post(connection.connectionId, frame);
  }
}
