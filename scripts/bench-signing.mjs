import { execFile } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { bundleFunction } from "./bundle.mjs";
import { readWords } from "./command-line.mjs";
import { checkNode, installPackages, root } from "./prepare.mjs";

/** `npm run bench:signing`: what decision 0011 rests on, measured again. */
readWords({
  usage: "npm run bench:signing",
  about: `
Measures what a signed request to DynamoDB costs by our own signature and by libraries: CPU of a warm request, CPU and wall time of
a new process until its first answer, and bytes of the bundle, all in one run. Prints one line of JSON per subject.`,
});
checkNode();
await installPackages({ development: true });
const SUBJECTS = ["own", "client", "smithy", "aws4fetch", "sdk"];
const COLD_ROUNDS = 16;
const folder = join(root, "tests/bench/dist/signing");
mkdirSync(folder, { recursive: true });
for (const name of SUBJECTS)
  await bundleFunction(join(root, `tests/bench/signing/${name}.ts`), join(folder, `${name}.mjs`), {
    isBare: name === "sdk",
  });
const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => response.end('{"ConsumedCapacity":{"TableName":"pos","CapacityUnits":3}}'));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const endpoint = `http://127.0.0.1:${server.address().port}`;
const execute = promisify(execFile);
const one = async (...words) => {
  const program = join(root, "tests/bench/signing/one.mjs");
  const { stdout } = await execute(process.execPath, ["--no-warnings", program, ...words], { maxBuffer: 1e8 });
  return JSON.parse(stdout);
};

const cold = new Map(SUBJECTS.map((name) => [name, []]));
for (let round = 0; round < COLD_ROUNDS; round++) {
  for (const name of SUBJECTS) {
    const first = await one("cold", folder, endpoint, name);
    // The first round only warms the file cache.
    if (round > 0) cold.get(name).push(first);
  }
}
const warm = await one("warm", folder, endpoint, ...SUBJECTS);
server.close();
for (const name of SUBJECTS) {
  const starts = cold.get(name);
  console.log(
    JSON.stringify({
      subject: name,
      bundleBytes: statSync(join(folder, `${name}.mjs`)).size,
      coldCpuMs: spread(starts.map(({ cpuMs }) => cpuMs)),
      coldWallMs: spread(starts.map(({ wallMs }) => wallMs)),
      warmCpuMicroseconds: spread(warm[name]),
      warmToOwn: spread(warm[name].map((value, round) => value / warm.own[round])),
      coldToOwn: spread(starts.map(({ cpuMs }, round) => cpuMs / cold.get("own")[round].cpuMs)),
    }),
  );
}

/** The median, and the quarter of the values on either side of it. */
function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => Number(sorted[Math.round(share * (sorted.length - 1))].toFixed(2));
  return { median: at(0.5), from: at(0.25), to: at(0.75) };
}
