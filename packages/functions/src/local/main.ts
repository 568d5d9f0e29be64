import { readFileSync } from "node:fs";
import { systemClock } from "../clock.ts";
import type { LogLine } from "../graphql/errors.ts";
import { BadSetting, readSettings } from "../settings.ts";
import { FolderInUse } from "./folder.ts";
import { startHost } from "./host.ts";

/** `npm start`: runs the whole system, says where it is and how to sign in, and stops cleanly when asked to. */
async function main(): Promise<void> {
  const started = performance.now();
  const settings = readSettings({ onLambda: false });
  const host = await startHost({ settings, clock: systemClock, log, progress: say });
  say(`Ready after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  say("");
  say(`  GraphQL    ${host.url}/graphql`);
  say(`  Try it     ${host.url}/`);
  say(`  Health     ${host.url}/health`);
  if (host.credentialsPath !== undefined) {
    say("");
    say(`  The demo shop's credentials, made for this folder only (${host.credentialsPath}):`);
    for (const line of credentialLines(host.credentialsPath)) say(`    ${line}`);
  }
  say("");
  say("Stop with Ctrl+C.");
  const stop = (signal: string) => {
    process.removeAllListeners(signal);
    say(`${signal}: finishing what is under way.`);
    host.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop(signal));
}

interface Credentials {
  readonly locationId: string;
  readonly owner: { readonly email: string; readonly password: string };
  readonly terminal: { readonly activationCode: string };
  readonly operator: { readonly number: string; readonly pin: string };
  readonly cashier: { readonly number: string; readonly pin: string };
}

function credentialLines(path: string): string[] {
  const { owner, terminal, operator, cashier, locationId } = JSON.parse(readFileSync(path, "utf8")) as Credentials;
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
  // What a person can mend is said in a sentence; everything else is a bug and shows where.
  if (error instanceof FolderInUse || error instanceof BadSetting) console.error(error.message);
  else console.error(error);
  process.exit(1);
});
