import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { bundleFunctions } from "../../scripts/bundle.mjs";
import { startDynamodbLocal } from "../../scripts/dynamodb-local.mjs";
import { bundleLocal } from "../../scripts/prepare.mjs";

/**
 * What several test files need and takes long to make: made once in a run of the tests, when the first of them asks for it. The
 * test runner calls `shareInRun` before any file; the files run in other processes and ask by HTTP.
 */
const ADDRESS = "POS_TESTS_SHARED";

interface Instances {
  readonly dynamodb: () => Promise<string>;
  readonly "dynamodb-cluster": () => Promise<string>;
}

interface Shared extends Instances {
  readonly functions: () => Promise<string>;
  readonly host: () => Promise<string>;
}

/**
 * @param instance a test file that keeps a DynamoDB busy names one of its own, so that the others are answered in time
 * @returns the endpoint of a DynamoDB that has the tables of other test files too: name yours after your process
 */
export function sharedDynamodb(instance: keyof Instances = "dynamodb"): Promise<string> {
  return ask(instance);
}

/** @returns the folder of the Lambda functions' bundles, `<function>/index.mjs`, which no test may change */
export function sharedFunctions(): Promise<string> {
  return ask("functions");
}

/** @returns the path of the host's program without the dashboard (host-process.ts) */
export function sharedHost(): Promise<string> {
  return ask("host");
}

async function ask(name: keyof Shared): Promise<string> {
  const response = await fetch(`${process.env[ADDRESS]}/${name}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`What tests share could not be made: ${text}`);
  return text;
}

export default async function shareInRun(): Promise<(() => Promise<void>) | undefined> {
  // Once for all projects of the run.
  if (process.env[ADDRESS] !== undefined) return undefined;
  const stops: (() => Promise<void>)[] = [];
  const startInstance = async () => {
    const { endpoint, stop } = await startDynamodbLocal({ port: 0 });
    stops.push(stop);
    return endpoint;
  };
  const shared: Shared = {
    dynamodb: once(startInstance),
    "dynamodb-cluster": once(startInstance),
    functions: once(() =>
      bundleFunctions(fileURLToPath(new URL("../../packages/functions/dist/tests", import.meta.url))),
    ),
    host: once(() =>
      bundleLocal({ entry: "tests/support/host-process.ts", outfile: "tests/support/dist/host.mjs", pages: true }),
    ),
  };
  const server = createServer((request, response) => {
    const name = (request.url ?? "").slice(1);
    const made = Object.hasOwn(shared, name) ? shared[name as keyof Shared]() : Promise.reject(new Error(`No ${name}`));
    made.then(
      (text) => response.end(text),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  process.env[ADDRESS] = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return async () => {
    server.closeAllConnections();
    server.close();
    for (const stop of stops) await stop();
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
