import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { deflateRawSync } from "node:zlib";

const FIRST = fileURLToPath(new URL("../coldstart/first.mjs", import.meta.url));
const ROUNDS = 5;
/** Of the function's folder: what is deployed. */
const BYTES_MAX = 26_000_000;
const ZIPPED_MAX = 7_000_000;

/** The requests, and the text that each page must contain in the language of the request. */
const REQUESTS = [
  { path: "/sign-in", accept: "en-GB,en;q=0.9", status: 200, lang: "en", contains: "<title>Sign in" },
  { path: "/sign-in", accept: "zh-CN,zh;q=0.9", status: 200, lang: "zh-Hans", contains: "<title>登录" },
  // Without a session too: who is signed in, the browser asks the API.
  { path: "/", accept: "en-GB", status: 200, lang: "en", contains: 'id="content"' },
  { path: "/", accept: "en-GB", cookies: ["pos_language=zh"], status: 200, lang: "zh-Hans", contains: 'id="content"' },
  { path: "/terminal", accept: "en-GB", status: 200, lang: "en", contains: "<title>Terminal" },
  { path: "/terminal", accept: "zh", status: 200, lang: "zh-Hans", contains: "<title>" },
  { path: "/images/missing.png", accept: "en", status: 404, lang: "en", contains: "Page not found" },
  { path: "/nowhere", accept: "zh-CN", status: 404, lang: "zh-Hans", contains: "<title>" },
];

/** @param folder what the build wrote, as the deployment takes it. @returns whether all is well */
export async function checkDashboard(folder) {
  const server = join(folder, "server-functions/default");
  const assets = join(folder, "assets");
  const faults = [];
  for (const request of REQUESTS) {
    const { answer } = await ask(server, request);
    const wrong = wrongWith(answer, request, assets);
    const { path, accept, cookies = [], status } = request;
    console.log(JSON.stringify({ page: path, accept, cookies, status, ok: wrong.length === 0 }));
    faults.push(...wrong.map((what) => `${path} for ${cookies[0] ?? accept}: ${what}`));
  }
  if (!filesOf(assets).some((file) => file.endsWith(".js") && opensLive(readFileSync(file, "utf8"))))
    faults.push("no script of the pages opens its socket at /live");
  const figures = { ...sizeOf(server), ...(await startOf(server)) };
  console.log(JSON.stringify({ function: "dashboard", ...figures, processes: ROUNDS, node: process.version }));
  if (figures.bytes > BYTES_MAX) faults.push(`it has ${figures.bytes} bytes, at most ${BYTES_MAX}`);
  if (figures.zippedBytes > ZIPPED_MAX)
    faults.push(`it has ${figures.zippedBytes} bytes zipped, at most ${ZIPPED_MAX}`);
  for (const fault of faults) console.error(`WRONG: ${fault}`);
  return faults.length === 0;
}

/** As the bundler writes an address that is the page's own host and a path. */
function opensLive(script) {
  return /location\.host\}\/live[`?]/.test(script) || /location\.host,?\s*\+?\s*"\/live"/.test(script);
}

function wrongWith({ statusCode, headers = {}, body = "", isBase64Encoded }, { status, lang, contains }, assets) {
  const page = isBase64Encoded ? Buffer.from(body, "base64").toString() : body;
  const wrong = [];
  const expect = (holds, what) => holds || wrong.push(what);
  expect(statusCode === status, `status ${statusCode}, not ${status}`);
  expect(page.includes(`<html lang="${lang}"`), `not in the language ${lang}`);
  expect(page.includes(contains), `does not contain ${contains}`);
  expect(!/localhost|127\.0\.0\.1/.test(page), "names an address of one machine");
  const policy = headers["content-security-policy"] ?? "";
  const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
  expect(policy.startsWith("default-src 'none'") && nonce !== undefined, "no content security policy");
  expect(headers["x-frame-options"] === "DENY", "may be framed");
  expect(/no-store/.test(headers["cache-control"] ?? ""), "may be cached, with the nonce of one request");
  const scripts = [...page.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(scripts.length > 0, "no scripts");
  expect(
    scripts.every((attributes) => attributes.includes(`nonce="${nonce}"`)),
    "a script that its own policy forbids",
  );
  const files = [...page.matchAll(/(?:src|href)="(\/_next\/[^"?]+)/g)].map(([, file]) => file);
  const missing = files.find((file) => !existsSync(join(assets, file)));
  expect(files.length > 0 && missing === undefined, `a file that is not deployed: ${missing}`);
  return wrong;
}

async function startOf(server) {
  const starts = [];
  for (let round = 0; round < ROUNDS; round++) starts.push(await ask(server, REQUESTS[0]));
  const middle = (name) => {
    const sorted = starts.map((start) => start[name]).sort((a, b) => a - b);
    return Math.round(sorted[Math.floor(ROUNDS / 2)] * 10) / 10;
  };
  return { wallMs: middle("wallMs"), importMs: middle("importMs"), cpuMs: middle("cpuMs"), rssMb: middle("rssMb") };
}

/** In the surroundings that Lambda gives every function, and nothing of this machine's. */
async function ask(server, request) {
  const scratch = mkdtempSync(join(tmpdir(), "pos-dashboard-"));
  try {
    const eventFile = join(scratch, "event.json");
    writeFileSync(eventFile, JSON.stringify(eventOf(request)));
    const bundle = pathToFileURL(join(server, "index.mjs")).href;
    const { stdout } = await promisify(execFile)(process.execPath, [FIRST, bundle, eventFile], {
      cwd: scratch,
      env: {
        AWS_REGION: "eu-central-1",
        AWS_LAMBDA_FUNCTION_NAME: "dashboard",
        LAMBDA_TASK_ROOT: server,
        NODE_ENV: "production",
      },
      maxBuffer: 2 ** 26,
    });
    return JSON.parse(stdout.slice(stdout.lastIndexOf("\n") + 1));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Of a function's URL (format 2.0) behind CloudFront, which passes the host name of the browser's request. */
function eventOf({ path, accept, cookies = [] }) {
  const domainName = "abcdefghijklmnop.lambda-url.eu-central-1.on.aws";
  const userAgent = "Amazon CloudFront";
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: "",
    cookies,
    headers: {
      accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
      "accept-encoding": "br,gzip",
      "accept-language": accept,
      host: domainName,
      "user-agent": userAgent,
      via: "2.0 0123456789abcdef.cloudfront.net (CloudFront)",
      "x-amz-cf-id": "Zz0123456789abcdefghijklmnopqrstuvwxyz==",
      "x-amzn-trace-id": "Root=1-6742c5a1-0000000000000000000000",
      "x-forwarded-for": "203.0.113.7",
      "x-forwarded-host": "pos.example.com",
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
    },
    requestContext: {
      accountId: "anonymous",
      apiId: "abcdefghijklmnop",
      domainName,
      domainPrefix: "abcdefghijklmnop",
      http: { method: "GET", path, protocol: "HTTP/1.1", sourceIp: "130.176.0.1", userAgent },
      requestId: "3f8d1c4e-6b57-4c52-9a70-2d1f0a9c8b7e",
      routeKey: "$default",
      stage: "$default",
      time: "24/Nov/2026:10:00:00 +0000",
      timeEpoch: 1_795_514_400_000,
    },
    isBase64Encoded: false,
  };
}

function sizeOf(folder) {
  const files = filesOf(folder);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const zippedBytes = files.reduce((sum, file) => sum + deflateRawSync(readFileSync(file)).length, 0);
  return { files: files.length, bytes, zippedBytes };
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
