// npm run -s pos -- COMMAND: the command line. Only the command itself writes to stdout.
import { pathToFileURL } from "node:url";
import { bundleLocal, checkNode, installPackages } from "./prepare.mjs";

checkNode();
await installPackages({ development: false, quiet: true });
process.setSourceMapsEnabled(true);
const bundle = await bundleLocal({
  entry: "packages/host/src/cli/pos.ts",
  outfile: "packages/host/dist/pos.mjs",
});
await import(pathToFileURL(bundle).href);
