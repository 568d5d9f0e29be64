// npm run local:dynamodb: Amazon's DynamoDB Local, in memory. The tests of the DynamoDB adapter also start it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readWords } from "./command-line.mjs";
import { checkNode, stop as refuse, root, run } from "./prepare.mjs";

/**
 * This package contains Amazon's jar. It is downloaded once and unpacked: neither it nor its dependencies are
 * installed.
 */
const PACKAGE = { name: "amplify-dynamodb-simulator", version: "2.9.30", megabytes: 57 };
const INTEGRITY = "xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==";
const CACHE = join(root, "node_modules", ".cache", "dynamodb-local");
const FOLDER = join(CACHE, PACKAGE.version);
const THIS_FILE = fileURLToPath(import.meta.url);
const KEEP = "--keep";
/** The process lives for minutes, too short for the optimizing compiler and parallel collectors to pay off. */
const JVM_OPTIONS = ["-Xmx1g", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
const PORT_DEFAULT = 8000;
const READY_MILLISECONDS_MAX = 60_000;
const PROGRESS_MILLISECONDS = 5_000;
const NO_JAVA =
  "DynamoDB Local needs Java, which is not on this machine: install a Java runtime (8 or newer), e.g. from adoptium.net, then run the same again.";

/** On some machines `java` is a stub that only reports that Java is missing. */
export function javaIsThere() {
  return spawnSync("java", ["-version"], { stdio: "ignore" }).status === 0;
}

/** Downloads it if needed, starts it on a port (0: any free one) and waits until it responds. */
export async function startDynamodbLocal({ port }) {
  if (!javaIsThere()) throw new Error(NO_JAVA);
  await fetchOnce();
  const chosen = port === 0 ? await freePort() : port;
  const child = spawn(process.execPath, [THIS_FILE, KEEP, String(chosen)], {
    stdio: ["pipe", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2_000);
  });
  const exited = new Promise((resolve) => {
    child.once("error", resolve);
    child.once("exit", resolve);
  });
  const stop = async () => {
    child.stdin.end();
    await exited;
  };
  const endpoint = `http://127.0.0.1:${chosen}`;
  if (await answers(endpoint, exited)) return { endpoint, stop, exited };
  await stop();
  throw new Error(`DynamoDB Local did not start on port ${chosen}. Is the port taken? It said: ${complaint}`);
}

/**
 * A supervisor process between us and Java whose input ends with our process, so that a killed test run leaves no Java
 * process.
 */
function keep(port) {
  const options = ["-inMemory", "-sharedDb", "-disableTelemetry", "-port", port];
  const parameters = [
    ...JVM_OPTIONS,
    "-Djava.library.path=./DynamoDBLocal_lib",
    "-jar",
    "DynamoDBLocal.jar",
    ...options,
  ];
  const java = spawn("java", parameters, {
    cwd: FOLDER,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const end = () => java.kill();
  java.once("error", () => process.exit(1));
  java.once("exit", (code) => process.exit(code ?? 0));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);
  process.stdin.once("close", end).resume();
}

async function fetchOnce() {
  if (existsSync(join(FOLDER, "DynamoDBLocal.jar"))) return;
  mkdirSync(CACHE, { recursive: true });
  const scratch = mkdtempSync(join(CACHE, "fetching-"));
  const startedAt = Date.now();
  console.log(`Fetching DynamoDB Local (${PACKAGE.megabytes} MB, once) ...`);
  const progress = setInterval(() => {
    console.log(`Still fetching DynamoDB Local ... ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, PROGRESS_MILLISECONDS);
  try {
    await fetchInto(scratch);
    publish(join(scratch, "package", "emulator"));
  } finally {
    clearInterval(progress);
    rmSync(scratch, { recursive: true, force: true });
  }
  console.log(`Fetched in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

async function fetchInto(scratch) {
  /** @type {import("node:child_process").SpawnOptions} */
  const silently = {
    cwd: scratch,
    stdio: ["ignore", "ignore", "inherit"],
  };
  const wanted = `${PACKAGE.name}@${PACKAGE.version}`;
  const packed = await run("npm", ["pack", "--silent", wanted], { ...silently, shell: process.platform === "win32" });
  const archive = readdirSync(scratch).find((file) => file.endsWith(".tgz"));
  if (packed !== 0 || archive === undefined) {
    throw new Error("DynamoDB Local could not be fetched; npm says why above. Is there a network?");
  }
  const hash = createHash("sha512")
    .update(readFileSync(join(scratch, archive)))
    .digest("base64");
  if (hash !== INTEGRITY)
    throw new Error(`What was fetched as ${wanted} is not what it should be: nothing was unpacked`);
  const unpacked = await run("tar", ["-xzf", archive, "package/emulator"], silently);
  if (unpacked !== 0) throw new Error("DynamoDB Local could not be unpacked: is the program tar there?");
}

/** Renames atomically, because another process may be downloading it too; the first one wins. */
function publish(unpacked) {
  try {
    renameSync(unpacked, FOLDER);
  } catch (error) {
    if (!existsSync(join(FOLDER, "DynamoDBLocal.jar"))) throw error;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Any response proves readiness: unsigned requests are rejected. */
async function answers(endpoint, exited) {
  let isGone = false;
  exited.then(() => {
    isGone = true;
  });
  const deadline = Date.now() + READY_MILLISECONDS_MAX;
  while (!isGone && Date.now() < deadline) {
    const answer = await fetch(endpoint).catch(() => undefined);
    // Another service on this port would not send this header.
    if (answer?.headers.has("x-amzn-requestid")) return !isGone;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

async function main() {
  const { values, refuse: refuseWords } = readWords({
    usage: "npm run local:dynamodb --",
    about: "Runs DynamoDB Local, in memory, until Ctrl+C.",
    positionals: {
      port: { value: "PORT", optional: true, help: `0 takes any free one; absent: DYNAMODB_PORT, or ${PORT_DEFAULT}` },
    },
  });
  checkNode();
  const wanted = values.port ?? process.env.DYNAMODB_PORT ?? String(PORT_DEFAULT);
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535) {
    refuseWords(`The port is "${wanted}": give a whole number from 0 (any free one) to 65535.`);
  }
  if (!javaIsThere()) refuse(NO_JAVA);
  const { endpoint, stop, exited } = await startDynamodbLocal({ port: Number(wanted) });
  console.log(`DynamoDB Local is at ${endpoint} and forgets everything when it stops. Stop with Ctrl+C.`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop());
  await exited;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv[2] === KEEP) keep(process.argv[3]);
  else await main().catch((error) => refuse(error.message));
}
