import { refuseOpenHost } from "@pos/functions/platform/settings.ts";
import { startTableHost } from "./cluster/host.ts";
import type { HostOptions, RunningHost } from "./node/host.ts";
import { readCertificate } from "./node/tls.ts";
import { startFolderHost } from "./single/host.ts";

/**
 * Over the tables that the settings name, or over the data folder.
 * @throws BadSetting, CannotListen, FolderInUse, FolderUnusable, FormatUnknown or TablesUnusable, each with a message that states what to do
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { settings } = options;
  refuseOpenHost(settings);
  const certificate = settings.tls && readCertificate(settings.tls);
  const { tables } = settings;
  return tables ? startTableHost({ ...options, tables, certificate }) : startFolderHost({ ...options, certificate });
}
