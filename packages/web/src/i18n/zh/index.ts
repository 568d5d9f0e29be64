import type { Messages } from "../messages.ts";
import { codes } from "./codes.ts";
import { common } from "./common.ts";
import { shell } from "./shell.ts";
import { terminal } from "./terminal.ts";

export const zh: Readonly<Record<keyof Messages, string>> = { ...common, ...codes, ...shell, ...terminal };
