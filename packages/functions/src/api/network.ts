import { isIP, isIPv6 } from "node:net";

/**
 * The part of a client's address that it cannot change at will: of IPv6 the network (a /64), since each machine has that many
 * addresses. Anything that is no address is one source.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.toLowerCase().split("%", 1);
  const mapped = plain.startsWith(MAPPED) ? plain.slice(MAPPED.length) : plain;
  if (!isIPv6(mapped)) return isIP(mapped) === 0 ? "unknown" : mapped;
  return `${groupsOf(mapped).slice(0, 4).join(":")}::/64`;
}

/** Of an IPv4 address on a socket that takes both. */
const MAPPED = "::ffff:";

function groupsOf(address: string): string[] {
  const [before = "", after] = address.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => "0");
  return [...head, ...(after === undefined ? [] : zeros), ...tail].map((group) => group.replace(/^0+(?=.)/, ""));
}
