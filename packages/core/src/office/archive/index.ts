export { checkArchive, readArchive } from "./commands.ts";
export { type ArchiveLine, ArchiveProblem } from "./model.ts";
export { archiveLines, ledgersOf } from "./queries.ts";
