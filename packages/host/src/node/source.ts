import type { IncomingMessage } from "node:http";
import type { Reach } from "@pos/functions/api/origin.ts";

/**
 * The client's address: the socket's, because any client can write a forwarded one. Behind a proxy it is the last forwarded
 * one, which the proxy itself added.
 * @returns undefined if the proxy states none
 */
export function sourceOf({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">, reach: Reach) {
  if (!reach.isHostForwarded) return socket.remoteAddress;
  const forwarded = String(headers["x-forwarded-for"] ?? "");
  return forwarded.slice(forwarded.lastIndexOf(",") + 1).trim() || undefined;
}

/** Of two hosts, a proxy in front and this process could each take another one. HTTP/1.0 may come without one. */
export function hasOneHost(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === "host") hosts++;
  }
  return hosts < 2;
}
