// npm start: everything on this machine, in one process.
import { pathToFileURL } from "node:url";
import { readWords } from "./command-line.mjs";
import { buildWeb, bundleLocal, checkNode, installPackages } from "./prepare.mjs";

const { release } = readWords({
  usage: "npm start",
  about: `
Installs what is missing, builds, and runs the whole system on this machine. The settings are environment variables, for example
PORT=4100 POS_DATA_DIR=shop-data npm start. README.md lists them.`,
});
// Otherwise the GraphQL library checks its own types on the way of every sale, as a help to developers.
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? "production" });
checkNode();
await installPackages({ development: false });
await buildWeb();
// So that an error names the line of the source, not of the bundle.
process.setSourceMapsEnabled(true);
const bundle = await bundleLocal();
// From here on the host finishes what is under way before it ends.
release();
// Imported, not spawned: this process gets the signals and serves.
await import(pathToFileURL(bundle).href);
