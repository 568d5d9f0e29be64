import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../prepare.mjs";

/**
 * `node scripts/infra/evaluate.mjs <stage> <bundles> <file>`: runs sst.config.ts with SST's real components and writes
 * what it would create, as JSON `{ app, outputs, resources: [{ type, name, inputs }], bundles: { <function>: bytes }
 * }`. No service is called: this program answers the components' requests to SST's process and Pulumi's requests to
 * AWS. `--infra <folder>` replaces infra/. Each evaluation needs its own process, since components keep state.
 */
const [stage, bundlesFolder, target] = process.argv.slice(2);
const given = process.argv.indexOf("--infra");
const infra = given < 0 ? join(root, "infra") : process.argv[given + 1];
const platform = join(root, ".sst/platform");
const ofPlatform = createRequire(join(platform, "package.json"));
const esbuild = ofPlatform("esbuild");
const pulumi = ofPlatform("@pulumi/pulumi");
const REGION = "eu-central-1";
const ACCOUNT = "123456789012";

/** SST's own modules, and Node's modules that an ES module bundle loads by `require`. */
const REQUIRE = [
  `import { createRequire as makeRequire } from "node:module";`,
  `import { fileURLToPath as pathOf } from "node:url";`,
  `const require = makeRequire(import.meta.url), __filename = pathOf(import.meta.url), __dirname = pathOf(new URL(".", import.meta.url));`,
].join("\n");

const scratch = mkdtempSync(join(tmpdir(), "pos-infra-"));
const resources = [];
const bundles = {};
// A component that throws ends the process at once.
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const project = projectWith(infra);
const app = await appOf(project);
const server = await answerSst();
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
process.env.SST_SERVER = `http://127.0.0.1:${port}`;
await standInForAws(app);
const outputs = await outputsOf(app, project);
server.close();
writeFileSync(target, JSON.stringify({ app, outputs, resources, bundles }));
// The components leave timers running.
process.exit(0);

/** Links the project except for infra/ and a placeholder for the dashboard's build. */
function projectWith(folder) {
  const project = join(scratch, "project");
  mkdirSync(join(project, "packages/web"), { recursive: true });
  for (const name of ["package.json", "package-lock.json", "node_modules"]) link(name);
  // The bundles are built once for all evaluations, by the caller.
  write(join(project, "scripts/infra/bundles.mjs"), "");
  for (const name of readdirSync(join(root, "packages"))) if (name !== "web") link(`packages/${name}`);
  for (const name of readdirSync(join(root, "packages/web"))) if (!name.startsWith(".")) link(`packages/web/${name}`);
  cpSync(join(root, "sst.config.ts"), join(project, "sst.config.ts"));
  cpSync(folder, join(project, "infra"), { recursive: true });
  writeDashboard(join(project, "packages/web/.open-next"), join(project, "packages/web/.next"));
  return project;

  function link(name) {
    symlinkSync(join(root, name), join(project, name));
  }
}

/** The layout of `npm run web:cloud`, with a handler that does nothing. */
function writeDashboard(folder, next) {
  const origin = (bundle) => ({
    ...{ type: "function", handler: "index.handler", bundle: `.open-next/${bundle}`, streaming: false },
    ...{ wrapper: "aws-lambda", converter: "aws-apigw-v2" },
  });
  const copy = [{ from: ".open-next/assets", to: "_assets", cached: true, versionedSubDir: "_next" }];
  const unused = { queue: "dummy", incrementalCache: "dummy", tagCache: "dummy" };
  const plan = {
    edgeFunctions: {},
    origins: {
      s3: { type: "s3", originPath: "_assets", copy },
      imageOptimizer: { ...origin("image-optimization-function"), imageLoader: "s3" },
      default: { ...origin("server-functions/default"), ...unused },
    },
    behaviors: [
      { pattern: "_next/image*", origin: "imageOptimizer" },
      { pattern: "*", origin: "default" },
      { pattern: "_next/*", origin: "s3" },
    ],
    additionalProps: { disableIncrementalCache: true, disableTagCache: true },
  };
  write(join(folder, "open-next.output.json"), JSON.stringify(plan));
  write(join(folder, "assets/_next/static/a.js"), "");
  for (const name of ["server-functions/default", "image-optimization-function"])
    write(join(folder, name, "index.mjs"), "export const handler = () => {};");
  write(join(next, "BUILD_ID"), "build");
  write(join(next, "prerender-manifest.json"), '{"routes":{}}');
  write(
    join(next, "routes-manifest.json"),
    '{"dynamicRoutes":[],"staticRoutes":[],"dataRoutes":{"static":[],"dynamic":[]}}',
  );
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function appOf(project) {
  const outfile = join(scratch, "app.mjs");
  await esbuild.build({
    entryPoints: [join(project, "sst.config.ts")],
    banner: { js: "const $config = (config) => config;" },
    ...{ bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" },
    external: ["./infra/*"],
  });
  const { default: config } = await import(pathToFileURL(outfile).href);
  const app = { removal: "retain", providers: {}, ...(await config.app({ stage })), stage };
  return { ...app, providers: { ...app.providers, aws: { ...app.providers.aws, region: REGION } } };
}

/** The answers of SST's process: its folders and its builds. All our functions are prebuilt. */
async function answerSst() {
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const { method, params } = JSON.parse(Buffer.concat(parts).toString());
    response.end(JSON.stringify({ id: 1, error: null, result: answerTo(method, params[0]) }));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return server;
}

function answerTo(method, asked) {
  if (method === "Provider.Aws.Bootstrap")
    return { asset: "sst-asset", state: "sst-state", assetEcrUrl: "", assetEcrRegistryId: "" };
  if (method !== "Runtime.Build") return {};
  const { bundle, handler } = asked;
  const [file, name] = String(handler).split(/\.(?=[^.]+$)/);
  const isThere = typeof bundle === "string" && existsSync(join(bundle, `${file}.mjs`));
  const text = isThere ? readFileSync(join(bundle, `${file}.mjs`), "utf8") : "";
  const exportsIt = new RegExp(`\\b${name}\\b`).test(text.slice(-2000) + text.slice(0, 200));
  if (isThere) bundles[asked.functionID] = Buffer.byteLength(text);
  const errors = exportsIt ? [] : [`There is no ${handler} in ${bundle}`];
  return { handler, out: bundle ?? "", errors, sourcemaps: [] };
}

async function standInForAws({ name, providers }) {
  const newResource = ({ type, name: resource, inputs, id }) => {
    resources.push({ type, name: resource, inputs });
    return { id: id || `${resource}-id`, state: { ...inputs, ...madeUp(type, resource, inputs, `${name}-${stage}`) } };
  };
  await pulumi.runtime.setMocks(
    { newResource, call: ({ token, inputs }) => answerCall(token, inputs) },
    name,
    stage,
    false,
  );
  for (const [provider, values] of Object.entries(providers))
    for (const [key, value] of Object.entries(values))
      pulumi.runtime.setConfig(`${provider}:${key}`, typeof value === "string" ? value : JSON.stringify(value));
}

/** The outputs that AWS would return, as far as they are read. */
function madeUp(type, name, inputs, prefix) {
  const kind = type.split("/").at(-1)?.split(":").at(-1);
  const service = type.split(":")[1]?.split("/")[0];
  const called = inputs.name ?? `${prefix}-${name}`;
  const arn = `arn:aws:${service}:${REGION}:${ACCOUNT}:${kind?.toLowerCase()}/${name}`;
  const all = { arn, name: called };
  switch (kind) {
    case "Table":
      return { ...all, ...(inputs.streamEnabled ? { streamArn: `${arn}/stream/1` } : {}) };
    case "Bucket":
    case "BucketV2": {
      const bucket = called.toLowerCase();
      return {
        ...all,
        arn: `arn:aws:s3:::${bucket}`,
        bucket,
        bucketRegionalDomainName: `${bucket}.s3.${REGION}.amazonaws.com`,
      };
    }
    case "Function": {
      if (service === "cloudfront") return all;
      const own = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${called}`;
      return {
        ...all,
        arn: own,
        version: "7",
        invokeArn: `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/${own}/invocations`,
      };
    }
    case "Alias":
      return { ...all, arn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${inputs.functionName}:${inputs.name}` };
    case "Api":
      return {
        ...all,
        apiEndpoint: `${inputs.protocolType === "WEBSOCKET" ? "wss" : "https"}://${name.toLowerCase()}.execute-api.${REGION}.amazonaws.com`,
        executionArn: `arn:aws:execute-api:${REGION}:${ACCOUNT}:${name}`,
      };
    case "Queue":
      return { ...all, url: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${called}` };
    case "EventSourceMapping":
      return { ...all, uuid: `${name}-uuid` };
    case "Certificate": {
      const record = {
        resourceRecordName: "_a.shop.example",
        resourceRecordType: "CNAME",
        resourceRecordValue: "_b.example",
      };
      return { ...all, domainValidationOptions: [{ domainName: inputs.domainName, ...record }] };
    }
    case "FunctionUrl":
      return { ...all, functionUrl: `https://${name.toLowerCase()}.lambda-url.${REGION}.on.aws/` };
    case "Distribution":
      return { ...all, domainName: "d111111abcdef8.cloudfront.net", hostedZoneId: "Z2" };
    case "RandomBytes":
      return { ...all, base64: Buffer.alloc(32, 1).toString("base64"), hex: "01".repeat(32) };
    case "RandomId":
      return { ...all, hex: createHash("sha256").update(name).digest("hex").slice(0, 8), dec: "1" };
    default:
      return all;
  }
}

function answerCall(token, inputs) {
  switch (token.split("/").at(-1)?.split(":").at(-1)) {
    case "getRegion":
      return { id: REGION, name: REGION, region: REGION };
    case "getPartition":
      return { id: "aws", partition: "aws", dnsSuffix: "amazonaws.com" };
    case "getCallerIdentity":
      return { id: ACCOUNT, accountId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/somebody`, userId: "somebody" };
    case "getZones":
      return { id: "zones", zoneIds: ["Z1"], ids: ["Z1"] };
    case "getZone":
      return { id: "Z1", zoneId: "Z1", name: "shop.example" };
    case "getPolicyDocument":
      return { ...inputs, json: JSON.stringify({ Statement: (inputs.statements ?? []).map(statementOf) }) };
    default:
      return inputs;
  }
}

function statementOf({ effect = "Allow", actions, resources: Resource, principals, conditions = [] }) {
  const Condition = Object.fromEntries(conditions.map(({ test, variable, values }) => [test, { [variable]: values }]));
  return {
    Effect: effect,
    Action: actions,
    Resource,
    Principal: principals,
    ...(conditions.length > 0 ? { Condition } : {}),
  };
}

/** Builds and runs the configuration as SST does: every file of it has the globals `aws` and `sst`. */
async function outputsOf(app, project) {
  const outfile = join(platform, `evaluate.${process.pid}.mjs`);
  process.on("exit", () => rmSync(outfile, { force: true }));
  const work = join(scratch, "work");
  mkdirSync(work);
  symlinkSync(bundlesFolder, join(work, "bundles"));
  const paths = { home: scratch, root: project, work, platform };
  const globals = `import * as aws from "@pulumi/aws"; import * as sst from ${JSON.stringify(join(platform, "src/components"))};\n`;
  await esbuild.build({
    stdin: {
      contents: `export { run } from ${JSON.stringify(join(platform, "src/auto/run.ts"))}; export { default as config } from ${JSON.stringify(join(project, "sst.config.ts"))};`,
      ...{ resolveDir: project, sourcefile: "evaluate.ts", loader: "ts" },
    },
    banner: { js: REQUIRE },
    ...{ bundle: true, platform: "node", format: "esm", mainFields: ["module", "main"], outfile, logLevel: "error" },
    nodePaths: [join(platform, "node_modules")],
    inject: [join(platform, "src/shim/run.js")],
    define: {
      $app: JSON.stringify(app),
      $cli: JSON.stringify({ command: "deploy", dev: false, paths, state: { version: {} } }),
      $dev: "false",
    },
    external: [
      "@pulumi/*",
      "@pulumiverse/*",
      "@sst-provider/*",
      "@aws-sdk/*",
      "undici",
      "esbuild",
      "archiver",
      "glob",
      "vite",
    ],
    plugins: [
      { name: "globals", setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, ({ path }) => withGlobals(path, globals)) },
    ],
  });
  const { run, config } = await import(pathToFileURL(outfile).href);
  let outputs = {};
  await pulumi.runtime.runInPulumiStack(async () => {
    outputs = await run(() => config.run());
    return outputs;
  });
  await pulumi.runtime.disconnect();
  const entries = Object.entries(outputs).map(async ([name, value]) => [
    name,
    pulumi.Output.isInstance(value) ? await value.promise() : value,
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

function withGlobals(path, globals) {
  if (path.includes("/.sst/") || path.includes("/node_modules/")) return undefined;
  return { contents: globals + readFileSync(path, "utf8"), loader: extname(path).slice(1) };
}
