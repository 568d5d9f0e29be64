import { systemClock } from "@pos/functions/platform/clock.ts";
import { readSettings } from "@pos/functions/platform/settings.ts";
import { commands } from "@pos/host/cli/commands/list.ts";
import { sentenceOf } from "@pos/host/cli/known-errors.ts";
import { startHost } from "@pos/host/start-host.ts";

/** The host that `npm start` runs, as a process without the dashboard: tests start it often. */
async function main(): Promise<void> {
  process.umask(0o077);
  const host = await startHost({
    settings: readSettings({ onLambda: false }),
    clock: systemClock,
    commands,
    log: (line) => void process.stdout.write(`${JSON.stringify(line)}\n`),
    progress: (line) => console.log(line),
  });
  process.once("SIGTERM", () => {
    host.close().then(() => process.exit(0), fail);
  });
  console.log(`GraphQL ${host.url}/graphql\nStop with Ctrl+C.`);
}

function fail(error: unknown): void {
  console.error(sentenceOf(error) ?? error);
  process.exit(1);
}

main().catch(fail);
