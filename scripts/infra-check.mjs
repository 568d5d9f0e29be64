import { installPackages, run } from "./prepare.mjs";

/** Unpacks the deployment's real components (nothing is deployed, no account is needed) and type-checks infra/ against them. */
await installPackages({ development: true });
const offline = { SST_SKIP_DEPENDENCY_CHECK: "1", SST_NO_BUN: "1", SST_TELEMETRY_DISABLED: "1", SST_STAGE: "test" };
const steps = [
  ["npx", ["sst", "install"]],
  ["npx", ["tsc", "-p", "tsconfig.infra.json"]],
];
for (const [command, parameters] of steps) {
  const code = await run(command, parameters, { env: { ...process.env, ...offline } });
  if (code !== 0) process.exit(code);
}
