// npm start: the whole system in one process on this machine.
import { pathToFileURL } from "node:url";
import { readWords } from "./command-line.mjs";
import { buildWeb, bundleLocal, checkNode, installPackages } from "./prepare.mjs";

const { release } = readWords(`
Usage: npm start

Installs what is missing, builds, and runs the whole system on this machine. Takes no options but --help: the settings are
environment variables, for example PORT=4100 POS_DATA_DIR=/srv/pos npm start. README.md lists them.`);
// Otherwise the GraphQL library runs its development-time type checks on every sale.
process.env.NODE_ENV ??= "production";
checkNode();
await installPackages({ development: false });
await buildWeb();
// Makes errors refer to source lines instead of the bundle's.
process.setSourceMapsEnabled(true);
const bundle = await bundleLocal();
// From here on the host completes work in progress before it ends.
release();
// Imported instead of spawned: this process receives the signals and serves.
await import(pathToFileURL(bundle).href);
