// Builds in advance what npm start and npm run pos would build before they run: for a container image with installed
// packages.
import { buildWeb, bundleLocal, checkNode } from "./prepare.mjs";

checkNode();
await buildWeb();
await bundleLocal();
await bundleLocal({ entry: "packages/host/src/cli/pos.ts", outfile: "packages/host/dist/pos.mjs" });
