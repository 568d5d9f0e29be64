// npm start: everything on this machine, in one process.
import { pathToFileURL } from "node:url";
import { buildWeb, bundleLocal, checkNode, installPackages } from "./prepare.mjs";

// Otherwise the GraphQL library checks its own types on the way of every sale, as a help to developers.
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? "production" });
checkNode();
await installPackages({ development: false });
await buildWeb();
// So that an error names the line somebody wrote, not the bundle's.
process.setSourceMapsEnabled(true);
// Imported, not spawned: this process gets the signals and serves.
await import(pathToFileURL(await bundleLocal()).href);
