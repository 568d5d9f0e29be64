import { assembleBooks, mastersOf } from "./assemble.ts";
import { moduleBooks, modules } from "./generated/modules.ts";

/** What the modules bring, put together once, when the process starts; a bundle carries only what it uses. */
export const books = /* @__PURE__ */ assembleBooks(moduleBooks);
export const masters = /* @__PURE__ */ mastersOf(modules);
