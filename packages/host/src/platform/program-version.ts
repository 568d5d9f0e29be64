import manifest from "../../../functions/package.json" with { type: "json" };

/** The program's version. Two processes communicate only if their versions are equal. */
export const PROGRAM_VERSION = `pos ${manifest.version}`;
