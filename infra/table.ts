import { settings } from "./settings";

/**
 * The single table: keys, two keys-only indexes, expiry, and the change stream with both images. Only
 * packages/core/src/table/port/port.ts and this file define its schema.
 */
export const table = new sst.aws.Dynamo("Table", {
  fields: { pk: "string", sk: "string", gsi1pk: "string", gsi1sk: "string", gsi2pk: "string", gsi2sk: "string" },
  primaryIndex: { hashKey: "pk", rangeKey: "sk" },
  globalIndexes: {
    gsi1: { hashKey: "gsi1pk", rangeKey: "gsi1sk", projection: "keys-only" },
    gsi2: { hashKey: "gsi2pk", rangeKey: "gsi2sk", projection: "keys-only" },
  },
  ttl: "ttl",
  stream: "new-and-old-images",
  deletionProtection: settings.isProduction,
  transform: { table: { pointInTimeRecovery: { enabled: true }, serverSideEncryption: { enabled: true } } },
});

/**
 * Connections and subscriptions. All items expire within hours and are recreated by reconnecting clients, so there is
 * no recovery and no change stream.
 */
export const realtimeTable = new sst.aws.Dynamo("Realtime", {
  fields: { pk: "string", sk: "string" },
  primaryIndex: { hashKey: "pk", rangeKey: "sk" },
  ttl: "ttl",
  deletionProtection: settings.isProduction,
  transform: { table: { pointInTimeRecovery: { enabled: false }, serverSideEncryption: { enabled: true } } },
});
