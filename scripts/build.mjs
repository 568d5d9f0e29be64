// What npm start and npm run pos make before they run, made beforehand: for an image, whose packages are installed by then.
import { buildWeb, bundleLocal, checkNode } from "./prepare.mjs";

checkNode();
await buildWeb();
await bundleLocal();
await bundleLocal({ entry: "packages/host/src/cli/pos.ts", outfile: "packages/host/dist/pos.mjs" });
