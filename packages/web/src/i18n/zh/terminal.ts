import type { terminal as en } from "../en/terminal.ts";
import type { Translation } from "../messages.ts";

export const terminal: Translation<typeof en> = {
  "terminal.title": "终端",
};
