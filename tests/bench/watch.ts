import { addDays } from "@pos/web/components/days.ts";
import {
  HomeBestSellersDocument,
  HomeExceptionsDocument,
  HomeLowStockDocument,
  OpenExceptionsDocument,
  SalesOfRangeDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { createLive, createSharing } from "@pos/web/live/index.ts";
import { type DocumentNode, print } from "graphql";
import { WebSocket } from "ws";
import type { Watcher } from "./subject.ts";

/** The load of a dashboard's start page: it subscribes to bookings and repeats its queries, throttled. */
export interface Watching {
  /** How many queries the page has sent and seen answered. */
  asked(): number;
  /** Whether it has shown everything once. */
  hasShown(): boolean;
  /** Waits for the queries under way and sends no more: the host may stop afterwards. */
  close(): Promise<void>;
}

const BOOKED = `subscription EntriesBooked($locationId: ID!, $after: String) {
  entriesBooked(locationId: $locationId, after: $after) { cursor }
}`;
/** The parts of the page and the number beside the menu; milliseconds between two times they ask. */
const PARTS: readonly (readonly [apart: number, ...documents: readonly DocumentNode[]])[] = [
  [500, SalesOfRangeDocument],
  [2_000, HomeLowStockDocument],
  [900_000, HomeBestSellersDocument],
  [2_000, HomeExceptionsDocument],
  [2_000, OpenExceptionsDocument],
];

export function watch(url: string, { token, locationId }: Watcher): Watching {
  const live = createLive({ url: `${url.replace("http", "ws")}/graphql`, token, webSocketImpl: WebSocket });
  const today = new Date().toISOString().slice(0, 10);
  const variables = { locationId, today, from: today, to: today };
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const sharing = createSharing(live);
  let asked = 0;
  let isClosed = false;
  const underWay = new Set<Promise<void>>();
  const shown = new Set<string>();
  const ask = async (query: string): Promise<void> => {
    const isOfWeek = query.includes("HomeBestSellers");
    const body = JSON.stringify({
      query,
      variables: isOfWeek ? { ...variables, from: addDays(today, -6) } : variables,
    });
    const answer = (await (await fetch(`${url}/graphql`, { method: "POST", headers, body })).json()) as object;
    if ("errors" in answer) throw new Error(`The start page was refused: ${JSON.stringify(answer.errors)}`);
    asked += 1;
    shown.add(query);
  };
  for (const [apart, ...documents] of PARTS) {
    const queries = documents.map(print);
    const askAll = () => {
      if (isClosed) return;
      const asking = Promise.all(queries.map(ask)).then(() => {
        underWay.delete(asking);
      });
      underWay.add(asking);
    };
    sharing.hear(BOOKED, { locationId }, nowAndThen(askAll, apart));
  }
  const documents = PARTS.reduce((sum, [, ...some]) => sum + some.length, 0);
  return {
    asked: () => asked,
    hasShown: () => shown.size >= documents,
    async close() {
      isClosed = true;
      await Promise.all(underWay);
      await live.close();
    },
  };
}

/** Calls at once, and again when it was called meanwhile. */
function nowAndThen(job: () => void, intervalMilliseconds: number): () => void {
  let isResting = false;
  let isWanted = false;
  const call = () => {
    isWanted = isResting;
    if (isResting) return;
    isResting = true;
    job();
    setTimeout(() => {
      isResting = false;
      if (isWanted) call();
    }, intervalMilliseconds).unref();
  };
  return call;
}
