import { settings } from "./settings";

/**
 * The one table: keys and two indexes that hold keys only, expiry, and the change stream with both images. Its shape is what
 * packages/core/src/table/port/port.ts promises; nothing else knows it.
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
 * Who is connected and what for. All of it is gone within hours and made anew by those who connect again, so there is nothing
 * to recover; and nobody reads its changes.
 */
export const realtimeTable = new sst.aws.Dynamo("Realtime", {
  fields: { pk: "string", sk: "string" },
  primaryIndex: { hashKey: "pk", rangeKey: "sk" },
  ttl: "ttl",
  deletionProtection: settings.isProduction,
  transform: { table: { pointInTimeRecovery: { enabled: false }, serverSideEncryption: { enabled: true } } },
});
