import { randomBytes } from "node:crypto";
import type { Clock } from "@pos/core/base/context.ts";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import type { Item, Table } from "@pos/core/table/port/port.ts";
import { itemsOf } from "@pos/core/table/port/port.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import { createPause } from "@pos/functions/platform/pause.ts";

/**
 * The registry of hosts: each host has a record that it renews, with its URL and a key known only to readers of the
 * table. The leader removes a host whose record has not changed for long enough.
 */
export interface HostRecord extends Item {
  readonly address: string;
  readonly key: string;
  readonly renewal: number;
}

export interface HostTimes {
  readonly renewMilliseconds: number;
  /** A host whose record has not changed for this long is considered gone. */
  readonly goneMilliseconds: number;
}

export const HOST_TIMES: HostTimes = { renewMilliseconds: 3_000, goneMilliseconds: 9_000 };

export const HOSTS_PK = "hosts";
/** Expires the record if no leader ever removes it. */
const LIFETIME_SECONDS = 86_400;

export interface Registration {
  readonly close: () => Promise<void>;
}

export interface RegisterOptions {
  readonly realtime: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly hostId: string;
  readonly address: string;
  readonly key: string;
  /** Another host removed this one from the registry: the subscriptions of its connections were deleted. */
  readonly onRemoved: () => void;
  readonly times?: HostTimes;
}

export function newHostKey(): string {
  return randomBytes(32).toString("base64url");
}

/** Resolves once other hosts can find this one. */
export async function registerHost(options: RegisterOptions): Promise<Registration> {
  const { realtime, clock, log, hostId, address, key, onRemoved, times = HOST_TIMES } = options;
  const pause = createPause();
  let renewal = 0;
  let isClosing = false;

  const ttl = () => Math.ceil(instantMilliseconds(clock.now()) / 1000) + LIFETIME_SECONDS;
  async function put(): Promise<void> {
    const item: HostRecord = { pk: HOSTS_PK, sk: hostId, address, key, renewal: ++renewal, ttl: ttl() };
    await realtime.write({ op: "put", item });
  }
  let wasRemoved = false;
  async function renew(): Promise<void> {
    renewal += 1;
    const { ok } = await realtime.write({
      op: "update",
      key: { pk: HOSTS_PK, sk: hostId },
      set: { renewal, ttl: ttl() },
      if: { is: "present" },
    });
    if (!ok) {
      wasRemoved = true;
      log({ level: "warn", event: "host", is: "forgotten" });
      await put();
    }
    // Also called if the response to an earlier put was lost.
    if (wasRemoved) onRemoved();
    wasRemoved = false;
  }
  async function run(): Promise<void> {
    for (;;) {
      await pause.for(times.renewMilliseconds);
      if (isClosing) return;
      await renew().catch((error: unknown) => log({ level: "warn", event: "host", error: describe(error) }));
    }
  }
  await put();
  const running = run();
  return {
    async close() {
      isClosing = true;
      pause.end();
      await running;
      await realtime.write({ op: "delete", key: { pk: HOSTS_PK, sk: hostId } });
    },
  };
}

export async function listHosts(realtime: Table): Promise<HostRecord[]> {
  const hosts: HostRecord[] = [];
  for await (const item of itemsOf(realtime, HOSTS_PK)) hosts.push(item as HostRecord);
  return hosts;
}

/**
 * Removes a host unless it has renewed its record since.
 * @returns whether it was removed
 */
export async function removeHost(realtime: Table, { pk, sk, renewal }: HostRecord): Promise<boolean> {
  const { ok } = await realtime.write({
    op: "delete",
    key: { pk, sk },
    if: { is: "equal", to: { renewal } },
  });
  return ok;
}
