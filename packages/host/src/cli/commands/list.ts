import type { AnyCommand } from "../../control/command.ts";
import { backupCommand } from "./backup.ts";
import { demoCommand } from "./demo.ts";
import { epochRaiseCommand } from "./epoch.ts";
import { exportCommand } from "./export.ts";
import { failuresListCommand, failuresReplayCommand } from "./failures.ts";
import { importFactsCommand } from "./import-facts.ts";
import { importOnlineRetailCommand } from "./import-online-retail.ts";
import { merchantCreateCommand } from "./merchant-create.ts";
import { migrateCommand } from "./migrate.ts";
import { rebuildCommand } from "./rebuild.ts";
import { reportSendCommand } from "./report-send.ts";
import { restoreCommand } from "./restore.ts";
import { staffSetPasswordCommand } from "./staff-set-password.ts";
import { statusCommand } from "./status.ts";
import { sweepCommand } from "./sweep.ts";
import { verifyCommand } from "./verify.ts";

/** Every command, in the order of the list. */
export const commands: readonly AnyCommand[] = [
  statusCommand,
  verifyCommand,
  rebuildCommand,
  sweepCommand,
  backupCommand,
  restoreCommand,
  exportCommand,
  importFactsCommand,
  importOnlineRetailCommand,
  merchantCreateCommand,
  staffSetPasswordCommand,
  reportSendCommand,
  epochRaiseCommand,
  migrateCommand,
  failuresListCommand,
  failuresReplayCommand,
  demoCommand,
];
