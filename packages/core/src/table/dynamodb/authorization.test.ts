import { describe, expect, test } from "vitest";
import { createAuthorizer, sha256 } from "./authorization.ts";

/** Requests and signatures that Amazon publishes for signature version 4; those that POST to a root, as ours do. */
const KEY = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const SESSION =
  "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";
const HOST = { host: "example.amazonaws.com" };
const DATE = { "x-amz-date": "20150830T123600Z" };
const PUBLISHED = [
  ["post-vanilla", { ...HOST, ...DATE }, "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"],
  [
    "post-header-key-sort",
    { ...HOST, "my-header1": "value1", ...DATE },
    "",
    "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
  ],
  [
    "post-header-value-case",
    { ...HOST, "my-header1": "VALUE1", ...DATE },
    "",
    "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
  ],
  [
    "post-x-www-form-urlencoded",
    { "content-type": "application/x-www-form-urlencoded", ...HOST, ...DATE },
    "Param1=value1",
    "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
  ],
  [
    "post-sts-header-before",
    { ...HOST, ...DATE, "x-amz-security-token": SESSION },
    "",
    "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead",
  ],
] as const;

describe("createAuthorizer", () => {
  test.each(PUBLISHED)("createAuthorizer: signs %s as Amazon publishes it", (_, headers, body, signature) => {
    const authorize = createAuthorizer({ region: "us-east-1", service: "service" });
    const instant = DATE["x-amz-date"];
    expect(authorize({ headers, content: sha256(body), instant, credentials: KEY })).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=${Object.keys(headers).join(";")}, Signature=${signature}`,
    );
  });
});
