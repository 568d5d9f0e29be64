import { randomUUID } from "node:crypto";
import type { Key } from "@pos/core/table/port/port.ts";
import { createEndings } from "@pos/functions/api/endings.ts";
import { books } from "@pos/functions/books.ts";
import { BOOK_FILTER } from "@pos/functions/jobs/book.ts";
import { PUBLISH_FILTER } from "@pos/functions/jobs/publish.ts";
import { BadSetting, type HostSettings, isLoopback, type TableSettings } from "@pos/functions/platform/settings.ts";
import { type Credentials, credentialsPath, makeDemoShop } from "../demo/demo.ts";
import { type Front, openFront } from "../node/front.ts";
import type { RunningHost, ServingOptions } from "../node/host.ts";
import { type ChangeLogReader, startBookReader } from "../node/reader.ts";
import { startReports } from "../node/reports.ts";
import { startTicking } from "../node/schedule.ts";
import { createSockets, type Sockets } from "../node/sockets.ts";
import { createSubscriptions, type Subscriptions, startPublishReader } from "../node/subscriptions.ts";
import { openPrivateFolder } from "../platform/files.ts";
import { createFramesEndpoint } from "./frames.ts";
import { newHostKey, registerHost } from "./hosts.ts";
import { createCandidate, startElection, type Term } from "./lease.ts";
import { openTermLog } from "./log.ts";
import { connectionIdAt, createPeers, type Peers } from "./peers.ts";
import { openTableSystem } from "./system.ts";
import { isEmpty, openTables, type Tables } from "./tables.ts";

export type TableHostOptions = ServingOptions & { readonly tables: TableSettings };

/**
 * Runs one of several hosts over the same tables. Each host serves all requests and holds sockets of its own. The
 * elected leader additionally books, publishes to the sockets of all hosts, and runs the scheduled jobs.
 */
export async function startTableHost(options: TableHostOptions): Promise<RunningHost> {
  const tables = await openTables(options.tables, { create: true });
  try {
    return await serveTables(tables, options);
  } catch (error) {
    tables.close();
    throw error;
  }
}

/** The shared dependencies of a host's parts. */
interface HostContext extends Pick<TableHostOptions, "clock" | "log" | "settings"> {
  readonly tables: Tables;
  readonly peers: Peers;
  readonly subscriptions: Subscriptions;
  /** The stream consumers of the leader; empty on the other hosts. */
  readers: readonly ChangeLogReader[];
}

async function serveTables(tables: Tables, options: TableHostOptions): Promise<RunningHost> {
  const { clock, log, settings, certificate, web } = options;
  const { table, realtime } = tables;
  const [hostId, key] = [randomUUID(), newHostKey()];
  const sockets = createSockets({ log, newConnectionId: () => connectionIdAt(hostId, randomUUID()) });
  const own = sockets.connections;
  const frames = createFramesEndpoint({ key, own, onMissed: () => endAll(sockets, options, "missed") });
  const endings = createEndings();
  const front = await openFront({
    ...{ table, clock, log, settings, certificate, frames, endings },
    ...(web ? { web } : {}),
  });
  try {
    const address = addressOf(settings, options.tables, front);
    const newCredentials = await makeDemoIfConfigured(tables, front.url, options);
    const registration = await registerHost({
      ...{ realtime, clock, log, hostId, address, key },
      onRemoved: () => endAll(sockets, options, "forgotten"),
    });
    const peers = createPeers({ realtime, hostId, own, log });
    const { introspection } = settings;
    const subscriptions = createSubscriptions({
      ...{ table, realtimeTable: realtime, clock, log, introspection, sockets, endings },
      reach: front.reach,
      connections: { ...own, post: peers.post },
    });
    const context: HostContext = { clock, log, settings, tables, peers, subscriptions, readers: [] };
    const candidate = createCandidate(realtime, hostId);
    const election = startElection({ candidate, log, lead: (term) => lead(context, term) });
    subscriptions.open(front.server);
    front.markReady();
    return {
      url: front.url,
      port: front.port,
      credentialsPath: newCredentials && credentialsPath(settings.dataFolder),
      newCredentials,
      async caughtUp() {
        for (const reader of context.readers) await reader.caughtUp();
      },
      async close() {
        // Release the lease first, so that another host takes over while this one finishes its requests.
        await election.close();
        await subscriptions.close();
        await registration.close();
        await front.close();
        tables.close();
      },
    };
  } catch (error) {
    await front.close();
    throw error;
  }
}

function endAll(sockets: Sockets, { log }: TableHostOptions, because: string): void {
  log({ level: "warn", event: "sockets", is: "ended", because, connections: sockets.count() });
  sockets.endAll();
}

/** Less often than on one machine, because every check costs table reads. */
const REPORTS_MILLISECONDS = 60_000;

/**
 * Starts the leader's work.
 * @returns a function that stops it
 */
async function lead(context: HostContext, term: Term): Promise<() => Promise<void>> {
  const { tables, clock, log, settings, peers, subscriptions } = context;
  const { table, realtime, stream } = tables;
  const booking = { table, clock, books };
  const open = (reader: string, filter: readonly string[]) =>
    openTermLog({ reader, stream: stream(filter), realtime, term, log });
  const [bookLog, publishLog] = await Promise.all([open("book", BOOK_FILTER), open("publish", PUBLISH_FILTER)]);
  const stopWatching = peers.watch();
  const bookReader = startBookReader(bookLog, booking, log);
  // Resumes at the previous leader's checkpoint. Without one, existing entries are not published.
  const fromTip = publishLog.loadCheckpoint("publish") === undefined;
  const publishReader = startPublishReader(publishLog, { fromTip, publish: subscriptions.publish });
  context.readers = [bookReader, publishReader];
  const stopTicking = startTicking({ booking, clock, log, exclusively: (work) => work(), isMine: term.isMine });
  const stopReports = startReports({ table, clock, log }, settings.mail, REPORTS_MILLISECONDS);
  return async () => {
    context.readers = [];
    stopWatching();
    await Promise.all([bookReader.stop(), publishReader.stop()]);
    await Promise.all([bookLog.close(), publishLog.close()]);
    await Promise.all([stopReports(), stopTicking()]);
  };
}

/** The URL at which other hosts reach this one. @throws BadSetting */
function addressOf(settings: HostSettings, { hostAddress }: TableSettings, { url, port }: Front): string {
  if (hostAddress !== undefined) return hostAddress;
  if (isLoopback(settings.host) && !settings.tls) return url;
  throw new BadSetting(
    `POS_HOST_ADDRESS is not set, and other machines can reach this host: set it to where the other hosts reach it, for example POS_HOST_ADDRESS=${settings.tls ? "https" : "http"}://10.0.0.5:${port}.`,
  );
}

/** Of several hosts that start at once, the one that creates this record makes the demo shop. */
const DEMO: Key = { pk: "demo", sk: "DEMO" };

/** Makes a demo shop if the settings ask for it and the tables are empty. */
async function makeDemoIfConfigured(
  tables: Tables,
  url: string,
  { tables: { demo }, settings, clock, log, progress }: TableHostOptions,
): Promise<Credentials | undefined> {
  if (!demo || !(await isEmpty(tables))) return undefined;
  const { ok } = await tables.realtime.write({ op: "put", item: { ...DEMO }, if: { is: "absent" } });
  if (!ok) return undefined;
  const { dataFolder } = settings;
  openPrivateFolder(dataFolder);
  const system = openTableSystem({ tables: { ...tables, close: () => {} }, clock, log, folder: dataFolder });
  try {
    const { table, reader } = system;
    return await makeDemoShop({ table, clock, url, dataFolder, bookAll: reader.caughtUp, log: progress });
  } finally {
    await system.close();
  }
}
