import { execFileSync } from "node:child_process";

/**
 * Deploys the bundles of scripts/bundle.mjs that the tests run, byte for byte, each with the native module that cannot
 * be bundled, built for Lambda. SST's own bundler would produce different ones.
 */
const folder = `${$cli.paths.work}/bundles`;

execFileSync("node", ["scripts/infra/bundles.mjs", folder], {
  cwd: $cli.paths.root,
  stdio: ["ignore", "ignore", "inherit"],
});

export function bundleOf(name: string): string {
  return `${folder}/${name}`;
}
