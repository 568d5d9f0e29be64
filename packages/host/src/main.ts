import { systemClock } from "@pos/functions/platform/clock.ts";
import type { LogLine } from "@pos/functions/platform/log.ts";
import { readSettings } from "@pos/functions/platform/settings.ts";
import { commands } from "./cli/commands/list.ts";
import { sentenceOf } from "./cli/known-errors.ts";
import type { Credentials } from "./demo/demo.ts";
import { startWeb } from "./node/web.ts";
import { startHost } from "./start-host.ts";

/** `npm start`: runs the whole system, prints its address and how to sign in, and stops cleanly on a signal. */
async function main(): Promise<void> {
  const started = performance.now();
  // Other users get no rights on what this process and its child write.
  process.umask(0o077);
  // The dashboard's process ends with this one, and what was recorded is durable at any moment.
  let endWithOutput = (): void => process.exit(1);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => endWithOutput());
  const settings = readSettings({ onLambda: false });
  const web = startWeb({ log });
  const host = await startHost({ settings, clock: systemClock, log, commands, progress: say, web }).catch(
    async (error: unknown) => {
      await web.close();
      throw error;
    },
  );
  say(`Ready after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  say("");
  say(`  Dashboard  ${host.url}/`);
  say(`  GraphQL    ${host.url}/graphql`);
  say(`  Try it     ${host.url}/query`);
  say(`  Health     ${host.url}/health`);
  if ((settings.mail?.by ?? "mailbox") === "mailbox")
    say(`  Mails      ${host.url}/mail (for signed-in owners and managers)`);
  // Output that is no terminal may be a log that others read and keep.
  if (host.newCredentials && process.stdout.isTTY) {
    say("");
    say("  A demo shop was made. Its credentials are told this once:");
    for (const line of credentialLines(host.newCredentials)) say(`    ${line}`);
  }
  if (host.credentialsPath !== undefined) {
    say("");
    say(`  Sign in with what is in ${host.credentialsPath} (readable by you only).`);
  }
  let isClosing = false;
  const close = (code: number): void => {
    if (isClosing) return;
    isClosing = true;
    host.close().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  // After Ctrl+C the reader of the output may end first: what is under way is finished all the same.
  endWithOutput = () => close(1);
  const stop = (signal: string) => {
    process.removeAllListeners(signal);
    say(`${signal}: finishing what is under way.`);
    close(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop(signal));
  say("");
  say("Stop with Ctrl+C.");
}

function credentialLines({ owner, terminal, operator, cashier, locationId }: Credentials): string[] {
  return [
    `Owner      ${owner.email}  ${owner.password}`,
    `Terminal   activation code ${terminal.activationCode} (valid until used)`,
    `Operator   number ${operator.number}, PIN ${operator.pin} (manager)`,
    `Cashier    number ${cashier.number}, PIN ${cashier.pin}`,
    `Location   ${locationId}`,
  ];
}

/** For people. */
function say(line: string): void {
  console.log(line);
}

/** For machines: one line of JSON an event. */
function log(line: LogLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error) ?? error);
  process.exit(1);
});
