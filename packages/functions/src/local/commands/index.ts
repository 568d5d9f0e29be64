import type { AnyCommand } from "./command.ts";
import { verifyCommand } from "./verify.ts";

/** Every command, in the order of the list. */
export const commands: readonly AnyCommand[] = [verifyCommand];
