export { books } from "@pos/core/assembly.ts";
