// One process of the measurement: `cold` imports one subject and makes its first call; `warm` alternates all of them in rounds.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , how, folder, endpoint, ...names] = process.argv;
const place = {
  endpoint,
  region: "eu-central-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG", sessionToken: "s".repeat(700) },
};
const text = "x".repeat(1_200);
const input = {
  TableName: "pos",
  Item: {
    pk: { S: "mer_1#sal_1" },
    sk: { S: "FACT" },
    gsi1pk: { S: "mer_1#F#loc_1" },
    body: { S: text },
    n: { N: "1" },
  },
  ConditionExpression: "attribute_not_exists(pk)",
  ReturnConsumedCapacity: "TOTAL",
};
const load = async (name) => (await import(pathToFileURL(join(folder, `${name}.mjs`)).href)).createCall(place);
const cpuMs = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

if (how === "cold") {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const call = await load(names[0]);
  await call("PutItem", input);
  console.log(JSON.stringify({ wallMs: performance.now() - start, cpuMs: cpuMs(cpu) }));
} else {
  const [ROUNDS, CALLS] = [24, 400];
  const calls = new Map();
  for (const name of names) calls.set(name, await load(name));
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -3; round < ROUNDS; round++) {
    // Each round begins with another subject, so that none always follows the same one.
    for (let index = 0; index < names.length; index++) {
      const name = names[(index + round + names.length * 3) % names.length];
      const call = calls.get(name);
      const since = process.cpuUsage();
      for (let count = 0; count < CALLS; count++) await call("PutItem", input);
      if (round >= 0) times[name].push((cpuMs(since) * 1000) / CALLS);
    }
  }
  console.log(JSON.stringify(times));
}
process.exit(0);
