import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
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

/** What limits by address count as one: a site with IPv6 has at least 2^64 addresses. */
export function sourceGroup(address: string | undefined): string | undefined {
  if (address === undefined || !isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1];
  const [head = "", tail] = address.split("::", 2);
  const groups = head === "" ? [] : head.split(":");
  const behind = tail === undefined || tail === "" ? [] : tail.split(":");
  const whole =
    tail === undefined
      ? groups
      : [...groups, ...Array(Math.max(0, 8 - groups.length - behind.length)).fill("0"), ...behind];
  return whole.slice(0, 4).join(":");
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
