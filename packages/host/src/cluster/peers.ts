import type { Table } from "@pos/core/table/port/port.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import type { Connections } from "@pos/functions/realtime/port.ts";
import { FRAMES_PATH } from "../node/http.ts";
import type { Frame, FramesAnswer, FramesRequest } from "./frames.ts";
import { HOST_TIMES, type HostRecord, type HostTimes, listHosts, removeHost } from "./hosts.ts";

/**
 * The leader's view of the sockets of all hosts. A connection's id names its host, and messages for it are posted to
 * that host, batched, one request at a time. A host that does not respond in time is skipped; when it responds again it
 * is notified that frames were lost, and it ends its connections, whose clients resume. When a host is gone for good, its
 * connections are deleted.
 */
export interface Peers extends Pick<Connections, "post"> {
  /**
   * Starts monitoring the other hosts.
   * @returns a function that stops it
   */
  readonly watch: () => () => void;
}

export interface PeersOptions {
  readonly realtime: Table;
  readonly hostId: string;
  readonly own: Pick<Connections, "post">;
  readonly log: Log;
  readonly times?: HostTimes;
}

const POST_MILLISECONDS_MAX = 2_000;
/** The initial backoff after a host did not respond; it doubles each time, so that the other hosts are not delayed. */
const SILENT_MILLISECONDS = 2_000;
const SILENT_MILLISECONDS_MAX = 16_000;
const FRAMES_MAX = 2_000;
const CHARACTERS_MAX = 1_000_000;
const POLL_MILLISECONDS = 1_500;

/** A new connection's id, which contains its host's id. */
export function connectionIdAt(hostId: string, unique: string): string {
  return `${unique}.${hostId}`;
}

function hostOf(connectionId: string): string {
  return connectionId.slice(connectionId.indexOf(".") + 1);
}

/** Another host as known to this one. */
interface Peer {
  record: HostRecord;
  /** When its record was first observed in its current state. */
  unchangedSince: number;
  waiting: { readonly frame: Frame; readonly done: (outcome: "sent" | "gone") => void }[];
  isPosting: boolean;
  silentUntil: number;
  silences: number;
  hasMissed: boolean;
}

export function createPeers(options: PeersOptions): Peers {
  const { hostId, own, log } = options;
  const { peers, reload, removeGone } = createPeerRegistry(options);
  const sender = createFrameSender(log);

  async function check(): Promise<void> {
    await reload();
    await removeGone();
    for (const peer of peers.values()) if (peer.hasMissed) void sender.run(peer);
  }
  return {
    async post(connectionId, text) {
      const id = hostOf(connectionId);
      if (id === hostId) return own.post(connectionId, text);
      if (!peers.has(id)) await reload();
      const peer = peers.get(id);
      if (!peer) return "gone";
      return new Promise((resolve) => {
        peer.waiting.push({ frame: [connectionId, text], done: resolve });
        void sender.run(peer);
      });
    },
    watch() {
      const now = performance.now();
      // The hosts were not monitored until now, so their silence counts from here.
      for (const peer of peers.values()) peer.unchangedSince = now;
      const timer = setInterval(() => {
        check().catch((error: unknown) => log({ level: "warn", event: "host", error: describe(error) }));
      }, POLL_MILLISECONDS);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

interface PeerRegistry {
  /** The other hosts by id, as of the last reload. */
  readonly peers: ReadonlyMap<string, Peer>;
  /** Reloads the hosts' records. Concurrent calls share one read. */
  readonly reload: () => Promise<void>;
  /** Removes the hosts whose records have not changed for too long. */
  readonly removeGone: () => Promise<void>;
}

function createPeerRegistry({ realtime, hostId, log, times = HOST_TIMES }: PeersOptions): PeerRegistry {
  const peers = new Map<string, Peer>();
  let reloading: Promise<void> | undefined;

  async function reloadOnce(): Promise<void> {
    const found = new Map((await listHosts(realtime)).map((record) => [record.sk, record]));
    const now = performance.now();
    for (const [id, peer] of peers) if (!found.has(id)) drop(id, peer);
    for (const [id, record] of found) {
      if (id === hostId) continue;
      const peer = peers.get(id);
      if (!peer) {
        const unknown = { waiting: [], isPosting: false, silentUntil: 0, silences: 0, hasMissed: false };
        peers.set(id, { record, unchangedSince: now, ...unknown });
      } else if (peer.record.renewal !== record.renewal) {
        peer.record = record;
        peer.unchangedSince = now;
      }
    }
  }
  function drop(id: string, peer: Peer): void {
    peers.delete(id);
    for (const { done } of peer.waiting.splice(0)) done("gone");
  }
  return {
    peers,
    reload() {
      reloading ??= reloadOnce().finally(() => {
        reloading = undefined;
      });
      return reloading;
    },
    async removeGone() {
      for (const [id, peer] of peers) {
        if (performance.now() - peer.unchangedSince < times.goneMilliseconds) continue;
        if (!(await removeHost(realtime, peer.record))) continue;
        log({ level: "warn", event: "host", is: "gone", address: peer.record.address });
        drop(id, peer);
      }
    },
  };
}

/** Posts the waiting frames of a host, one request at a time. */
function createFrameSender(log: Log): { readonly run: (peer: Peer) => Promise<void> } {
  /** @returns the indexes of the frames whose connections have ended */
  async function deliver(peer: Peer, frames: readonly Frame[]): Promise<ReadonlySet<number>> {
    if (performance.now() >= peer.silentUntil) {
      try {
        const { gone } = await request(peer.record, { frames, ...(peer.hasMissed ? { missed: true } : {}) });
        peer.hasMissed = false;
        peer.silences = 0;
        return new Set(gone);
      } catch (error) {
        if (!peer.hasMissed)
          log({ level: "warn", event: "host", is: "silent", address: peer.record.address, error: describe(error) });
        const silence = Math.min(SILENT_MILLISECONDS_MAX, SILENT_MILLISECONDS * 2 ** peer.silences++);
        peer.silentUntil = performance.now() + silence;
      }
    }
    peer.hasMissed = true;
    return NONE;
  }
  return {
    async run(peer) {
      if (peer.isPosting) return;
      peer.isPosting = true;
      // Frames of the same event loop turn go into one request.
      await new Promise((resolve) => setImmediate(resolve));
      while (peer.waiting.length > 0 || (peer.hasMissed && performance.now() >= peer.silentUntil)) {
        const batch = peer.waiting.splice(0, batchLength(peer.waiting));
        const outcomes = await deliver(
          peer,
          batch.map(({ frame }) => frame),
        );
        for (const [index, { done }] of batch.entries()) done(outcomes.has(index) ? "gone" : "sent");
      }
      peer.isPosting = false;
    },
  };
}

const NONE: ReadonlySet<number> = new Set();

function batchLength(waiting: readonly { readonly frame: Frame }[]): number {
  let [length, characters] = [0, 0];
  for (const { frame } of waiting) {
    characters += frame[1].length;
    if (length > 0 && (length >= FRAMES_MAX || characters > CHARACTERS_MAX)) break;
    length++;
  }
  return length;
}

async function request({ address, key }: HostRecord, frames: FramesRequest): Promise<FramesAnswer> {
  const response = await fetch(`${address}${FRAMES_PATH}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify(frames),
    redirect: "error",
    signal: AbortSignal.timeout(POST_MILLISECONDS_MAX),
  });
  if (response.status !== 200) throw new Error(`The host responded with status ${response.status}.`);
  return (await response.json()) as FramesAnswer;
}
