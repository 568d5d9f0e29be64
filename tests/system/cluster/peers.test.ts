import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { LogLine } from "@pos/functions/platform/log.ts";
import { createFramesEndpoint } from "@pos/host/cluster/frames.ts";
import { HOSTS_PK, type HostTimes, newHostKey, registerHost } from "@pos/host/cluster/hosts.ts";
import { connectionIdAt, createPeers } from "@pos/host/cluster/peers.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { until } from "../../contract/realtime/support.ts";
import { pause } from "./support.ts";

/** What a leader hands to the sockets of other hosts, over real requests. */
const TIMES: HostTimes = { renewMilliseconds: 100, goneMilliseconds: 400 };

interface OtherHost {
  readonly url: string;
  readonly key: string;
  readonly connection: (name: string) => string;
  readonly got: [string, string][];
  readonly closed: Set<string>;
  missed: number;
  forgotten: number;
  /** Never answers, as a paused process. */
  isStill: boolean;
  readonly leave: () => Promise<void>;
}

async function startOther(realtime: Table): Promise<OtherHost> {
  const [hostId, key] = [randomUUID(), newHostKey()];
  const other = {
    ...{ key, got: [] as [string, string][], closed: new Set<string>(), missed: 0, forgotten: 0, isStill: false },
    connection: (name: string) => connectionIdAt(hostId, name),
  };
  const frames = createFramesEndpoint({
    key,
    own: {
      async post(connectionId, text) {
        if (other.closed.has(connectionId)) return "gone";
        other.got.push([connectionId, text]);
        return "sent";
      },
    },
    onMissed: () => {
      other.missed += 1;
    },
  });
  const server = createServer((request, response) => {
    if (other.isStill) return;
    void frames.answer(request, response).then((isAnswered) => {
      if (!isAnswered) response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const registration = await registerHost({
    ...{ realtime, clock: systemClock, log: () => {}, hostId, address: url, key, times: TIMES },
    onRemoved: () => {
      other.forgotten += 1;
    },
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await registration.close();
  });
  return Object.assign(other, { url, leave: registration.close });
}

function startLeader(realtime: Table) {
  const lines: LogLine[] = [];
  const own: [string, string][] = [];
  const hostId = randomUUID();
  const peers = createPeers({
    ...{ realtime, hostId, log: (line) => void lines.push(line), times: TIMES },
    own: {
      async post(connectionId, text) {
        own.push([connectionId, text]);
        return "sent";
      },
    },
  });
  onTestFinished(peers.watch());
  return { peers, lines, own, connection: (name: string) => connectionIdAt(hostId, name) };
}

describe("peers", () => {
  test("texts reach the sockets of their hosts in their order; a connection that ended is gone", async () => {
    const { table } = createMemoryTable({ streamFilter: [] });
    const [first, second] = [await startOther(table), await startOther(table)];
    const leader = startLeader(table);
    second.closed.add(second.connection("ended"));
    const posts: Promise<string>[] = [];
    for (let number = 0; number < 500; number++) {
      posts.push(leader.peers.post(first.connection("a"), `a${number}`));
      posts.push(leader.peers.post(second.connection(number % 50 === 0 ? "ended" : "b"), `b${number}`));
      if (number % 100 === 0) await pause(5);
    }
    const outcomes = await Promise.all(posts);
    expect(outcomes.filter((outcome) => outcome === "gone")).toHaveLength(10);
    expect(first.got.map(([, text]) => text)).toEqual(Array.from({ length: 500 }, (_, number) => `a${number}`));
    expect(second.got).toHaveLength(490);
    expect(await leader.peers.post(leader.connection("mine"), "own")).toBe("sent");
    expect(leader.own).toEqual([[leader.connection("mine"), "own"]]);
    expect(await leader.peers.post(connectionIdAt("nobody", "x"), "text")).toBe("gone");
  });

  test("peers: do not wait for a host that did not answer, and notify it once that it missed events", async () => {
    const { table } = createMemoryTable({ streamFilter: [] });
    const other = await startOther(table);
    const leader = startLeader(table);
    await leader.peers.post(other.connection("a"), "one");
    other.isStill = true;
    const since = performance.now();
    const outcomes = await Promise.all(["two", "three"].map((text) => leader.peers.post(other.connection("a"), text)));
    expect(await leader.peers.post(other.connection("a"), "four")).toBe("sent");
    expect(outcomes).toEqual(["sent", "sent"]);
    expect(performance.now() - since).toBeLessThan(3_000);
    other.isStill = false;
    await until(() => other.missed > 0, "it is notified", 10_000);
    await leader.peers.post(other.connection("a"), "five");
    expect(other.missed).toBe(1);
    expect(other.got.map(([, text]) => text)).toEqual(["one", "five"]);
    expect(JSON.stringify(leader.lines)).not.toContain(other.key);
  });

  test("a host that renews no more is taken out with its connections; one that was only late learns of it", async () => {
    const { table } = createMemoryTable({ streamFilter: [] });
    const other = await startOther(table);
    const leader = startLeader(table);
    await leader.peers.post(other.connection("a"), "one");
    await table.write({ op: "delete", key: { pk: HOSTS_PK, sk: other.connection("").slice(1) } });
    await until(() => other.forgotten === 1, "it learns that it was forgotten");
    expect(await leader.peers.post(other.connection("a"), "two")).toBe("sent");
    await other.leave();
    expect(await gone(leader, other)).toBe("gone");
  });

  test("peers: answer a request without the key as if the path did not exist", async () => {
    const { table } = createMemoryTable({ streamFilter: [] });
    const other = await startOther(table);
    const body = JSON.stringify({ frames: [[other.connection("a"), "forged"]] });
    for (const authorization of ["", `Bearer ${newHostKey()}`, other.key]) {
      const { status } = await fetch(`${other.url}/cluster/frames`, {
        method: "POST",
        headers: { authorization },
        body,
      });
      expect(status).toBe(404);
    }
    expect(other.got).toEqual([]);
  });
});

/** The leader polls the table at an interval. */
async function gone({ peers }: ReturnType<typeof startLeader>, other: OtherHost): Promise<string> {
  const end = performance.now() + 5_000;
  let outcome = "";
  while (outcome !== "gone" && performance.now() < end) {
    outcome = await peers.post(other.connection("a"), "late");
    await pause(100);
  }
  return outcome;
}
