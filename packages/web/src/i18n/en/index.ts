import { codes } from "./codes.ts";
import { common } from "./common.ts";
import { shell } from "./shell.ts";
import { terminal } from "./terminal.ts";

export const en = { ...common, ...codes, ...shell, ...terminal } as const;
