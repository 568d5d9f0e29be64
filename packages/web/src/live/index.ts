export type { Following, Handlers, LiveError } from "./follower.ts";
export { type Connection, createLive, type Live, type LiveOptions } from "./live.ts";
export { createSharing, type Sharing } from "./sharing.ts";
