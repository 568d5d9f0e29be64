import { formatInstant, instantMilliseconds } from "@pos/core/base/time.ts";
import { sha256 } from "@pos/core/ledger/index.ts";
import { formatToken, sessionItem } from "@pos/core/people/access/index.ts";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import type { Change } from "@pos/core/table/port/port.ts";
import { createPublisher, PUBLISH_FILTER } from "@pos/functions/jobs/publish.ts";
import { createSocketHandler } from "@pos/functions/realtime/handler.ts";
import type { Connections } from "@pos/functions/realtime/port.ts";
import { createRealtime } from "@pos/functions/realtime/realtime.ts";
import { SALE_RECORDED, subscribeFrame } from "../../contract/realtime/raw.ts";
import { socketEvent } from "../../deploy/lambda/events.ts";
import type { BusyShop } from "../../support/busy.ts";
import { metered } from "../../support/units.ts";
import { openLab, type Paths, type PathUnits } from "./lab.ts";

/** What listening costs, on both tables together: coming, subscribing, an event to one and to a hundred, leaving. */
export async function listeningUnits(): Promise<{ readonly paths: Paths; readonly eventFrameBytes: number }> {
  const { busy, rounds } = await openLab(1);
  const meter = metered(createMemoryTable().table);
  const post = postOffice();
  const realtime = createRealtime({
    table: busy.shop.table,
    realtime: rounds.table(meter.table),
    clock: busy.shop.clock,
    connections: post.connections,
    log: () => {},
    introspection: false,
  });
  const handle = createSocketHandler(realtime);
  const measure = async (work: () => Promise<unknown>): Promise<PathUnits> => {
    for (const forget of [busy.take, meter.take, meter.takeReads, meter.takeStored]) forget();
    const { rounds: waited } = await rounds.count(work);
    const { written, read, stored } = busy.take();
    const all = (units: Map<string, number>) => [...units.values()].reduce((sum, some) => sum + some, 0);
    return {
      writeUnits: written + all(meter.take()),
      readUnits: read + all(meter.takeReads()),
      storedBytes: stored + meter.takeStored(),
      rounds: waited,
    };
  };
  const connect = (id: string) => handle(socketEvent("CONNECT", id));
  const initialise = (id: string, token: string) =>
    handle(socketEvent("MESSAGE", id, { type: "connection_init", payload: { authorization: `Bearer ${token}` } }));
  const subscribe = (id: string) =>
    handle(socketEvent("MESSAGE", id, subscribeFrame("1", SALE_RECORDED, { location: busy.shop.locationId })));
  /** Each has a session of its own, as in life. */
  const listen = async (id: string) => {
    const token = await openSession(busy.shop);
    await connect(id);
    await initialise(id, token);
    await subscribe(id);
  };
  const news = changesOf(busy);
  await news();
  const sell = async () => {
    await busy.sell({ terminal: 0, firstVariant: 0 });
    await busy.book();
    return news();
  };

  // The publisher has just been started, so that it has no caller cached yet.
  const publish = (changes: readonly Change[]) => measure(() => createPublisher(realtime)(changes));
  const unheard = await publish(await sell());
  const token = await openSession(busy.shop);
  const connected = await measure(() => connect("c1"));
  const initialised = await measure(() => initialise("c1", token));
  const subscribed = await measure(() => subscribe("c1"));
  const firstToOne = await publish(await sell());
  const toOne = await publish(await sell());
  const pinged = await measure(() => handle(socketEvent("MESSAGE", "c1", { type: "ping" })));
  for (let more = 2; more <= 100; more++) await listen(`c${more}`);
  // The first event takes each of them over from its replay: that is a part of subscribing.
  await publish(await sell());
  post.posted.length = 0;
  const toHundred = await publish(await sell());
  if (post.posted.length !== 100) throw new Error(`${post.posted.length} of 100 subscribers received an event`);
  const disconnected = await measure(() => handle(socketEvent("DISCONNECT", "c1")));
  const eventFrameBytes = Buffer.byteLength(post.posted[0] ?? "");
  return {
    paths: { unheard, connected, initialised, subscribed, pinged, firstToOne, toOne, toHundred, disconnected },
    eventFrameBytes,
  };
}

/** Another session of the owner's, and its token. */
async function openSession({ table, clock, merchantId, staff }: BusyShop["shop"]): Promise<string> {
  const [staffId, sessionId] = [staff.OWNER.id, clock.newId("ses")];
  const secret = sessionId.padEnd(43, "x");
  const expiresAt = formatInstant(instantMilliseconds(clock.now()) + 86_400_000);
  await table.write({
    op: "put",
    item: sessionItem(merchantId, { sessionId, staffId, secretHash: sha256(secret), expiresAt }),
  });
  return formatToken({ kind: "staff", merchantId, staffId, sessionId, secret });
}

/** API Gateway's part: takes what is posted. */
function postOffice(): { readonly connections: Connections; readonly posted: string[] } {
  const posted: string[] = [];
  return {
    posted,
    connections: {
      async post(_, text) {
        posted.push(text);
        return "sent";
      },
      async close(connectionId) {
        throw new Error(`${connectionId} was closed`);
      },
    },
  };
}

/** The stream's records since the last call. */
function changesOf({ shop: { engine } }: BusyShop): () => Promise<readonly Change[]> {
  return async () => {
    const changes: Change[] = [];
    for (;;) {
      const batch = await engine.stream.read(engine.loadCheckpoint("publish"), 100);
      if (batch.changes.length === 0) return changes;
      engine.saveCheckpoint("publish", batch.checkpoint);
      changes.push(...batch.changes.filter(({ key }) => PUBLISH_FILTER.some((start) => key.sk.startsWith(start))));
    }
  };
}
