import { execFileSync } from "node:child_process";

/**
 * What is deployed is what the tests call: the bundles of scripts/bundle.mjs, byte for byte, each with the one native module that
 * cannot be bundled, for the machines of Lambda. SST's own bundler would make others.
 */
const folder = `${$cli.paths.work}/bundles`;

execFileSync("node", ["scripts/infra/bundles.mjs", folder], {
  cwd: $cli.paths.root,
  stdio: ["ignore", "ignore", "inherit"],
});

export function bundleOf(name: string): string {
  return `${folder}/${name}`;
}
