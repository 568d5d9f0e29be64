import { createDynamoClient, type DynamoEndpoint } from "@pos/core/table/dynamodb/client.ts";
import { createTableIfAbsent } from "@pos/core/table/dynamodb/create.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { javaIsThere } from "../../../scripts/dynamodb-local.mjs";
import { sharedDynamodb } from "../../support/shared.ts";
import { complete, saleInput } from "../api/counter.ts";
import { openAcknowledged, SALE_RECORDED, silence, subscribeFrame, subscribeRaw } from "./raw.ts";
import { once, openLive, settled, until } from "./support.ts";

/** Who is connected, kept as it is on AWS: in a DynamoDB table, read and written by the same handlers. */
const TABLE = `realtime-${process.pid}`;
const GIVEN = process.env.DYNAMODB_ENDPOINT || undefined;

describe.skipIf(GIVEN === undefined && !javaIsThere())("realtime over DynamoDB Local", () => {
  let table: Table;
  beforeAll(async () => {
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const place: DynamoEndpoint = { region: "eu-central-1", endpoint: GIVEN ?? (await sharedDynamodb()), credentials };
    const client = createDynamoClient(place);
    await createTableIfAbsent(client, TABLE);
    table = createDynamoTable({ client, tableName: TABLE });
  }, 300_000);

  test("connecting, subscribing, live events, replays, completing and leaving work as in memory", async () => {
    // Its stream delivers every change once, so that frames can be counted.
    const counter = await openLive({ realtimeTable: table, engine: once() });
    const { shop, api, owner } = counter;
    const location = shop.locationId;
    const raw = await openAcknowledged(api.url, owner);
    await subscribeRaw(raw, "live", SALE_RECORDED, { location });
    const recorded: string[] = [];
    for (let count = 0; count < 3; count++) recorded.push((await complete(counter, saleInput(counter))).sale.id);
    // They come as they are booked; sales of one millisecond have no order before that.
    const ids: string[] = [];
    for (const _ of recorded) ids.push((await raw.next()).payload.data.saleRecorded.saleId);
    expect(new Set(ids)).toEqual(new Set(recorded));
    raw.send(subscribeFrame("again", SALE_RECORDED, { location, after: `0001-${"0".repeat(12)}` }));
    for (const id of ids)
      expect(await raw.next()).toMatchObject({ id: "again", payload: { data: { saleRecorded: { saleId: id } } } });
    raw.send({ type: "complete", id: "live" });
    raw.send({ type: "ping" });
    expect(await raw.next()).toEqual({ type: "pong" });
    const { sale } = await complete(counter, saleInput(counter));
    expect(await raw.next()).toMatchObject({ id: "again", payload: { data: { saleRecorded: { saleId: sale.id } } } });
    await settled(counter);
    await silence(raw);
    raw.send(subscribeFrame("again", SALE_RECORDED, { location }));
    expect((await raw.closed).code).toBe(4409);
    const pk = `${shop.merchantId}#TOPIC#${location}`;
    let left = 1;
    const count = async () => {
      left = (await table.query({ pk, limit: 10 })).items.length;
    };
    await until(() => {
      void count();
      return left === 0;
    }, "no subscriptions are left");
    const twice = await openAcknowledged(api.url, owner);
    twice.send({ type: "connection_init" });
    expect((await twice.closed).code).toBe(4429);
  });
});
