import { expect, test } from "vitest";
import { isOwnOrigin } from "./cookie.ts";

test.each<[string, Record<string, string>, boolean]>([
  ["a page of the host itself", { origin: "https://pos.example", host: "pos.example" }, true],
  ["with a port", { origin: "http://127.0.0.1:4000", host: "127.0.0.1:4000" }, true],
  ["another port", { origin: "http://127.0.0.1:4001", host: "127.0.0.1:4000" }, false],
  ["another's page", { origin: "https://evil.example", host: "pos.example" }, false],
  ["no page at all", { host: "pos.example" }, false],
  ["a page without an origin of its own", { origin: "null", host: "pos.example" }, false],
  [
    "a page of the name that stands in front",
    { origin: "https://pos.example", host: "abc.execute-api.amazonaws.com", "x-forwarded-host": "pos.example" },
    true,
  ],
  [
    "another's page, asked by the name that stands in front",
    { origin: "https://evil.example", host: "abc.execute-api.amazonaws.com", "x-forwarded-host": "pos.example" },
    false,
  ],
  [
    "a page of the API's own name, though the dashboard has another",
    {
      origin: "https://abc.execute-api.amazonaws.com",
      host: "abc.execute-api.amazonaws.com",
      "x-forwarded-host": "pos.example",
    },
    false,
  ],
])("a session's cookie and %s", (_what, headers, counts) => {
  expect(isOwnOrigin({ headers })).toBe(counts);
});
