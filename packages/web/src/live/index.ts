export type { LiveError } from "./follower.ts";
export { createLive, type Live } from "./live.ts";
export { createSharing, type Sharing } from "./sharing.ts";
