import manifest from "../../../functions/package.json" with { type: "json" };

/** Which program this is. Two processes talk to each other only when they are the same. */
export const PROGRAM = `pos ${manifest.version}`;
