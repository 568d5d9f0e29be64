// What npm start and npm run pos make before they run, made beforehand: for an image, whose packages are installed by then.
import { buildWeb, bundleLocal, checkNode } from "./prepare.mjs";

checkNode();
await buildWeb();
await bundleLocal();
await bundleLocal({ entry: "packages/functions/src/local/pos.ts", outfile: "packages/functions/dist/pos.mjs" });
