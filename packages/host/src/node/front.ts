import type { Clock } from "@pos/core/base/context.ts";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { createApi } from "@pos/functions/api/api.ts";
import type { Endings } from "@pos/functions/api/endings.ts";
import type { Reach } from "@pos/functions/api/origin.ts";
import type { Log } from "@pos/functions/platform/log.ts";
import type { HostSettings } from "@pos/functions/platform/settings.ts";
import { createHttpHost, type FramesEndpoint, type HttpHost } from "./http.ts";
import { createMailboxPage } from "./mailbox-page.ts";
import { readQueryPage } from "./page.ts";
import { MAILBOX } from "./reports.ts";
import { securityText } from "./security-text.ts";
import { type Certificate, watchCertificate } from "./tls.ts";
import type { WebServer } from "./web.ts";

/** What a host shows to the network, over whatever table: the API, the pages, the dashboard. */
export interface Front extends Pick<HttpHost, "server" | "markReady"> {
  readonly url: string;
  readonly port: number;
  /** How clients reach it. */
  readonly reach: Reach;
  /** Takes nothing more and finishes what is under way. */
  readonly close: () => Promise<void>;
}

export interface FrontOptions {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: HostSettings;
  readonly certificate: Certificate | undefined;
  readonly web?: WebServer;
  readonly frames?: FramesEndpoint;
  /** Whether only facts are taken, for want of space. */
  readonly isStorageLow?: () => boolean;
  readonly endings: Endings;
}

/** Listens; until `markReady`, requests for more than the pages are answered 503. @throws CannotListen */
export async function openFront(options: FrontOptions): Promise<Front> {
  const { table, clock, log, settings, certificate, web, frames, endings } = options;
  const { host, port: wantedPort, mail = MAILBOX } = settings;
  const reach = reachOf(settings);
  const contact = settings.securityContact;
  const storage = options.isStorageLow ? { isStorageLow: options.isStorageLow } : {};
  const handler = createApi({ table, clock, introspection: settings.introspection, log, endings, reach, ...storage });
  const mailbox = createMailboxPage({ table, clock, reach });
  const http = createHttpHost({
    ...{ handler, log, reach, host, port: wantedPort, pages: readQueryPage() },
    ...(certificate ? { certificate } : {}),
    ...storage,
    ...(contact === undefined ? {} : { securityText: () => securityText(contact, instantMilliseconds(clock.now())) }),
    ...(web ? { web } : {}),
    ...(frames ? { frames } : {}),
    ...(mail.by === "mailbox" ? { mailbox } : {}),
  });
  const { url, port } = await http.start();
  const stopWatching =
    settings.tls && certificate
      ? watchCertificate(settings.tls, { current: certificate, log, renew: http.renewCertificate })
      : () => {};
  return {
    ...{ url, port, reach, server: http.server, markReady: http.markReady },
    async close() {
      stopWatching();
      await http.close();
      await web?.close();
    },
  };
}

function reachOf({ tls, behindProxy = false }: HostSettings): Reach {
  return { scheme: behindProxy ? "forwarded" : tls ? "https" : "http", isHostForwarded: behindProxy };
}
