import { expect, test } from "vitest";
import { sessionCookie, sessionIn } from "./cookie.ts";
import { BEHIND_GATEWAY, DIRECT, isOwnOrigin, type Reach } from "./origin.ts";

const TLS: Reach = { scheme: "https", isHostForwarded: false };
const PROXIED: Reach = { scheme: "forwarded", isHostForwarded: true };
const GATEWAY = { host: "abc.execute-api.amazonaws.com", "x-forwarded-host": "pos.example" };

test.each<[string, Reach, Record<string, string>, boolean]>([
  ["the server's own", DIRECT, { origin: "http://pos.example", host: "pos.example" }, true],
  ["the server's own by TLS", TLS, { origin: "https://pos.example", host: "pos.example" }, true],
  ["the server's own with a port", DIRECT, { origin: "http://127.0.0.1:4000", host: "127.0.0.1:4000" }, true],
  ["the server's own with its default port", TLS, { origin: "https://pos.example", host: "pos.example:443" }, true],
  ["another scheme", DIRECT, { origin: "https://127.0.0.1:4000", host: "127.0.0.1:4000" }, false],
  ["another scheme by TLS", TLS, { origin: "http://pos.example", host: "pos.example" }, false],
  ["another port", DIRECT, { origin: "http://127.0.0.1:4001", host: "127.0.0.1:4000" }, false],
  ["another host", DIRECT, { origin: "http://evil.example", host: "pos.example" }, false],
  ["one with a user", DIRECT, { origin: "http://user@127.0.0.1:4000", host: "127.0.0.1:4000" }, false],
  ["one with a path", DIRECT, { origin: "http://pos.example/", host: "pos.example" }, false],
  ["absent", DIRECT, { host: "pos.example" }, false],
  ["null", DIRECT, { origin: "null", host: "pos.example" }, false],
  ["absent, and no host", DIRECT, {}, false],
  ["null, and no host", DIRECT, { origin: "null" }, false],
  ["null, and a host that is none", DIRECT, { origin: "null", host: "a b" }, false],
  ["a host with a user", DIRECT, { origin: "http://pos.example", host: "user@pos.example" }, false],
  ["a host with a path", DIRECT, { origin: "http://pos.example", host: "pos.example/x" }, false],
  [
    "the name that a client wrote into x-forwarded-host",
    DIRECT,
    { origin: "http://evil.example", host: "pos.example", "x-forwarded-host": "evil.example" },
    false,
  ],
  [
    "the scheme that a client wrote into x-forwarded-proto",
    DIRECT,
    { origin: "https://pos.example", host: "pos.example", "x-forwarded-proto": "https" },
    false,
  ],
  [
    "the proxy's name",
    PROXIED,
    { origin: "https://pos.example", host: "10.0.0.5", "x-forwarded-host": "pos.example" },
    true,
  ],
  ["the proxy's name, passed as the host", PROXIED, { origin: "https://pos.example", host: "pos.example" }, true],
  [
    "the first of two proxies' names",
    PROXIED,
    { origin: "https://pos.example", host: "10.0.0.5", "x-forwarded-host": "pos.example, inner.example" },
    true,
  ],
  [
    "http, as the proxy states",
    PROXIED,
    { origin: "http://pos.example", host: "pos.example", "x-forwarded-proto": "http" },
    true,
  ],
  ["http behind a proxy that terminates TLS", PROXIED, { origin: "http://pos.example", host: "pos.example" }, false],
  ["the gateway's name", BEHIND_GATEWAY, { origin: "https://pos.example", ...GATEWAY }, true],
  ["another's by the gateway", BEHIND_GATEWAY, { origin: "https://evil.example", ...GATEWAY }, false],
  ["the API's own name behind the gateway", BEHIND_GATEWAY, { origin: `https://${GATEWAY.host}`, ...GATEWAY }, false],
])("A24: isOwnOrigin: compares scheme, host and port when the origin is %s", (_what, reach, headers, isOwn) => {
  expect(isOwnOrigin(headers, reach)).toBe(isOwn);
});

test("sessionCookie: has the prefix __Host- and Secure when the client came by TLS", () => {
  const cookieBy = (reach: Reach, headers = {}) =>
    sessionCookie({ headers, reach }, "token", "2027-01-01T00:00:00.000Z");
  const flags = "Path=/; HttpOnly; SameSite=Strict; Expires=Fri, 01 Jan 2027 00:00:00 GMT";
  expect(cookieBy(DIRECT)).toBe(`pos_session=token; ${flags}`);
  for (const reach of [TLS, PROXIED, BEHIND_GATEWAY])
    expect(cookieBy(reach)).toBe(`__Host-pos_session=token; ${flags}; Secure`);
  expect(cookieBy(PROXIED, { "x-forwarded-proto": "http" })).toBe(`pos_session=token; ${flags}`);
});

test("sessionIn: counts no cookie when two have the session's name, and no other name by TLS", () => {
  expect(sessionIn({ cookie: "a=1; pos_session=own" }, DIRECT)).toBe("own");
  expect(sessionIn({ cookie: "pos_session=planted; pos_session=own" }, DIRECT)).toBeUndefined();
  expect(sessionIn({ cookie: "pos_session=planted; __Host-pos_session=own" }, TLS)).toBe("own");
  expect(sessionIn({ cookie: "pos_session=planted" }, TLS)).toBeUndefined();
  expect(sessionIn({ cookie: "__Host-pos_session=x" }, DIRECT)).toBeUndefined();
  expect(sessionIn({}, DIRECT)).toBeUndefined();
});
