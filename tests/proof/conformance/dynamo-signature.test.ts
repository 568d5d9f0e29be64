import { createSigner } from "@pos/core/table/dynamodb/signature.ts";
import { createTransport } from "@pos/core/table/dynamodb/transport.ts";
import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { javaIsThere } from "../../../scripts/dynamodb-local.mjs";
import { NodeHash } from "../../support/node-hash.ts";
import { sharedDynamodb } from "../../support/shared.ts";

describe("createSigner", () => {
  const text = (alphabet: string, maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength });
  const base64 = "ABCXYZabcxyz0189+/=";
  const credentials = fc.record({
    accessKeyId: text("ABCDXYZ0129", 20),
    secretAccessKey: text(base64, 40),
    sessionToken: fc.option(text(base64, 900), { nil: undefined }),
  });
  const request = fc.record({
    target: text("ABCxyz_.0129", 60).map((name) => `DynamoDB_20120810.${name}`),
    body: fc.oneof(fc.string({ unit: "grapheme", maxLength: 400 }), fc.json()),
    // Days and years before and after now: a clock that is off, and the change of the day's key.
    at: fc.date({ min: new Date("2001-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
    credentials,
  });

  test("createSigner: signs as Amazon's signer does when bodies, credentials and clocks are arbitrary", async () => {
    const place = fc.record({
      region: fc.constantFrom("eu-central-1", "us-east-1", "cn-north-1", "ap-southeast-2"),
      host: fc.constantFrom(
        "dynamodb.eu-central-1.amazonaws.com",
        "127.0.0.1:8000",
        "dynamodb.cn-north-1.amazonaws.com.cn",
      ),
    });
    // Several requests by one signer: the key that it keeps must be the one of their day and secret.
    const requests = fc.array(request, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(place, requests, async ({ region, host }, all) => {
        const sign = createSigner({ region, service: "dynamodb", host });
        for (const { target, body, at, credentials: keys } of [...all, ...all]) {
          const { sessionToken, ...key } = keys;
          const theirs = new SignatureV4({
            ...{ service: "dynamodb", region, sha256: NodeHash },
            credentials: sessionToken === undefined ? key : { ...key, sessionToken },
          });
          const { headers } = await theirs.sign(
            {
              ...{ method: "POST", protocol: "https:", hostname: host, path: "/" },
              ...{ headers: { host, "x-amz-target": target }, body },
            },
            { signingDate: at },
          );
          expect(sign({ target, body, at: at.getTime(), credentials: keys })).toEqual(headers);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** It reads who signs but does not check the signature: only Amazon's own servers do. */
const GIVEN = process.env.DYNAMODB_ENDPOINT || undefined;

describe.skipIf(GIVEN === undefined && !javaIsThere())("createTransport: over DynamoDB Local", () => {
  let endpoint: string;
  beforeAll(async () => {
    endpoint = GIVEN ?? (await sharedDynamodb());
  }, 300_000);

  test.each([undefined, "FwoGZXIvYXdzEBY/+="])(
    "createTransport: sends what is accepted when the session token is %j",
    async (sessionToken) => {
      const credentials = async () => ({ accessKeyId: "local", secretAccessKey: "local", sessionToken });
      const transport = createTransport({ region: "eu-central-1", endpoint, credentials, now: () => Date.now() });
      expect((await transport.post("ListTables", "{}")).status).toBe(200);
      transport.close();
    },
  );

  test("createTransport: the same request is refused when it is unsigned, or its credential is cut short", async () => {
    const sign = createSigner({ region: "eu-central-1", service: "dynamodb", host: new URL(endpoint).host });
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const signed = sign({ target: "DynamoDB_20120810.ListTables", body: "{}", at: Date.now(), credentials });
    const { authorization = "", host: _, ...headers } = signed;
    const statusOf = async (more: Record<string, string>) => {
      const all = { ...headers, ...more, "content-type": "application/x-amz-json-1.0" };
      const response = await fetch(endpoint, { method: "POST", headers: all, body: "{}" });
      await response.text();
      return response.status;
    };
    const cut = authorization.replace(/Credential=[^,]+/, "Credential=local");
    expect([await statusOf({ authorization }), await statusOf({}), await statusOf({ authorization: cut })]).toEqual([
      200, 400, 400,
    ]);
  });
});
