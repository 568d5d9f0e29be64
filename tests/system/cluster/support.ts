import { spawn } from "node:child_process";
import { connect as connectSocket, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { lastLineOf, type Ran, root, type Started, startHost } from "../../support/processes.ts";
import { sharedDynamodb } from "../../support/shared.ts";

/** Several real hosts over one DynamoDB, as processes that are killed, stopped and started again. */
export const GIVEN = process.env.DYNAMODB_ENDPOINT || undefined;

/** DynamoDB for a file's tests; and its tables' names, which no other file uses. */
export async function openTables(name: string): Promise<{
  readonly environment: Readonly<Record<string, string>>;
  readonly endpoint: string;
}> {
  const endpoint = GIVEN ?? (await sharedDynamodb("dynamodb-cluster"));
  const table = `${name}-${process.pid}`;
  const environment = { DYNAMODB_ENDPOINT: endpoint, POS_TABLE: table, POS_REALTIME_TABLE: `${table}-live` };
  return { environment, endpoint };
}

export interface Member extends Started {
  readonly name: string;
  isStopped: boolean;
}

export async function startMember(
  home: string,
  name: string,
  environment: Readonly<Record<string, string>>,
): Promise<Member> {
  const started = await startHost(join(home, name), environment);
  if (started.url === "") throw new Error(`The host ${name} did not start: ${started.output()}`);
  return { ...started, name, isStopped: false };
}

/** Whether a host leads, by what it logged last of the lease. */
export function leads({ output, child }: Member): boolean {
  if (child.exitCode !== null || child.signalCode !== null) return false;
  return output().lastIndexOf('"is":"taken"') > output().lastIndexOf('"is":"over"');
}

export async function leaderAmong(members: readonly Member[], milliseconds = 20_000): Promise<Member> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const leader = members.find((member) => !member.isStopped && leads(member));
    if (leader) return leader;
    if (performance.now() > end) throw new Error("Nobody leads");
    await pause(25);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A command as a user types it, over the tables. */
export function command(environment: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, ["scripts/pos.mjs", ...words], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve) =>
    child.once("close", (code, signal) => resolve({ code: code ?? signal ?? "", stdout, stderr })),
  );
}

export async function verified(environment: Readonly<Record<string, string>>): Promise<string> {
  const { stdout, stderr } = await command(environment, "verify");
  return lastLineOf(stdout) || stderr;
}

export interface Balancer {
  readonly url: string;
  readonly close: () => void;
}

const CHECK_MILLISECONDS = 500;

/**
 * The load balancer in production: passes each connection to the first host that answered its health check, and cuts
 * those of one that does not.
 */
export async function startBalancer(members: () => readonly Member[], first: number): Promise<Balancer> {
  const healthy = new Set<string>();
  const open = new Map<Socket, string>();
  async function check(): Promise<void> {
    await Promise.all(
      members().map(async ({ url }) => {
        const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
        await answer?.arrayBuffer().catch(() => {});
        if (answer?.status === 200) healthy.add(url);
        else healthy.delete(url);
      }),
    );
    for (const [socket, url] of open) if (!healthy.has(url)) socket.destroy();
  }
  const server: Server = createServer((client) => {
    const all = members();
    const order = all.map((_, index) => all[(first + index) % all.length]);
    const chosen = order.find((member) => member !== undefined && healthy.has(member.url));
    client.on("error", () => client.destroy());
    if (!chosen) return void client.destroy();
    const upstream = connectSocket(Number(new URL(chosen.url).port), "127.0.0.1");
    open.set(client, chosen.url);
    upstream.on("error", () => client.destroy());
    client.on("close", () => {
      open.delete(client);
      upstream.destroy();
    });
    upstream.on("close", () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  await check();
  const timer = setInterval(() => void check(), CHECK_MILLISECONDS);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return {
    url: `ws://127.0.0.1:${port}/graphql`,
    close() {
      clearInterval(timer);
      for (const socket of open.keys()) socket.destroy();
      server.close();
    },
  };
}
