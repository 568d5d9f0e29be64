import { createServer } from "node:http";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Credentials } from "./authorization.ts";
import { createDynamoClient } from "./client.ts";
import { createSigner } from "./signature.ts";

/** The AWS SDK signs the same request; our headers must equal the SDK's. */
interface Asked {
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly body: string;
}
const asked: Asked[] = [];
let date = "";
let status = 200;
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    asked.push({ headers: request.headers, body });
    response.writeHead(status, { ...(date === "" ? {} : { date }), "content-type": "application/x-amz-json-1.0" });
    response.end(status === 200 ? "{}" : '{"__type":"x#InvalidSignatureException","message":"Signature expired"}');
    status = 200;
  });
});
let host = "";
let endpoint = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  host = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  endpoint = `http://${host}`;
});
afterAll(() => void server.close());

const key = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const session = "FwoGZXIvYXdzEBY/+=";
const region = "eu-central-1";
const input = { TableName: "pos", Key: { pk: { S: "é" }, sk: { S: "b" } } };

/** The signed header names and the signature of an authorization header. */
function parts({ headers }: Asked) {
  const match = /Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(String(headers.authorization));
  return { credential: match?.[1], names: match?.[2]?.split(";") ?? [], signature: match?.[3] };
}

for (const [name, credentials] of [
  ["a key that lasts", key],
  ["a role's key", { ...key, sessionToken: session }],
] as const satisfies readonly (readonly [string, Credentials])[]) {
  test(`createSigner: signs a request with ${name} like the AWS SDK`, async () => {
    asked.length = 0;
    // The SDK signs additional headers of its own; for the same headers, both signatures must be equal.
    const sdk = new DynamoDBClient({ region, endpoint, credentials, maxAttempts: 1 });
    const stack: { addRelativeTo(middleware: unknown, options: object): void } = sdk.middlewareStack;
    stack.addRelativeTo(
      (next: (args: unknown) => unknown) => (args: { request: { headers: Record<string, string> } }) => {
        const { headers } = args.request;
        for (const header of Object.keys(headers))
          if (!/^(host|x-amz-target|x-amz-date|x-amz-security-token)$/.test(header)) delete headers[header];
        return next(args);
      },
      { name: "fewHeaders", relation: "before", toMiddleware: "httpSigningMiddleware" },
    );
    await sdk.send(new GetItemCommand(input));
    sdk.destroy();
    const theirs = asked[0] as Asked;
    const at = String(theirs.headers["x-amz-date"]).replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      "$1-$2-$3T$4:$5:$6Z",
    );
    const target = String(theirs.headers["x-amz-target"]);
    const sign = createSigner({ region, service: "dynamodb", host });
    const ours = { headers: sign({ target, body: theirs.body, at: Date.parse(at), credentials }), body: theirs.body };
    const names = [
      "host",
      "x-amz-content-sha256",
      "x-amz-date",
      ...("sessionToken" in credentials ? ["x-amz-security-token"] : []),
      "x-amz-target",
    ];
    expect(parts(ours).names).toEqual(names);
    expect(parts(theirs).credential).toBe(parts(ours).credential);
    expect(parts(theirs).names).toEqual(parts(ours).names);
    expect(parts(theirs).signature).toBe(parts(ours).signature);
  });
}

test("createDynamoClient: signs again with the server's time when the local clock is wrong", async () => {
  asked.length = 0;
  const client = createDynamoClient({ region, endpoint, credentials: key });
  const ahead = Date.now() + 3_600_000;
  date = new Date(ahead).toUTCString();
  status = 400;
  expect(await client.call("GetItem", input)).toEqual({});
  client.destroy();
  date = "";
  expect(asked).toHaveLength(2);
  const at = String(asked[1]?.headers["x-amz-date"]);
  expect(at.slice(0, 11)).toBe(new Date(ahead).toISOString().replace(/[-:]/g, "").slice(0, 11));
});
