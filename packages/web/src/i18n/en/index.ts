import { codes } from "./codes.ts";
import { common } from "./common.ts";
import { exceptions } from "./exceptions.ts";
import { sales } from "./sales.ts";
import { shell } from "./shell.ts";
import { terminal } from "./terminal.ts";
import { terminals } from "./terminals.ts";

export const en = { ...common, ...codes, ...sales, ...exceptions, ...terminals, ...shell, ...terminal } as const;
