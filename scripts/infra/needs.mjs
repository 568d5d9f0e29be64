/**
 * The environment and permissions that each function needs, as an independent second copy: a change in infra/ must be
 * repeated here. Derived from the code's accesses to each table and from the requests of the bundles in the tests.
 */
const READ = ["GetItem", "BatchGetItem", "Query"];
const MERCHANTS = ["mer_*"];
const BOTH = ["mer_*", "directory#*"];

const onTable = (actions, keys = MERCHANTS) => ({
  table: { actions: actions.map((action) => `dynamodb:${action}`), keys },
});
const onIndexes = (...names) =>
  Object.fromEntries(names.map((name) => [`table/index/${name}`, { actions: ["dynamodb:Query"], keys: MERCHANTS }]));
const onRealtime = {
  realtime: {
    actions: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"].map((action) => `dynamodb:${action}`),
    keys: ["mer_*", "connection#*"],
  },
};
const onSockets = { sockets: { actions: ["execute-api:ManageConnections"] } };
const onStream = {
  "table/stream": {
    actions: ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map((action) => `dynamodb:${action}`),
  },
  "failures/aws/lambda/*": { actions: ["s3:PutObject"] },
  failures: { actions: ["s3:ListBucket"] },
};

const OF_ALL = ["POS_TABLE", "POS_STAGE"];
const OF_SOCKETS = [...OF_ALL, "POS_REALTIME_TABLE", "POS_SOCKET_ENDPOINT"];
const KB = 1024;

/** Sizes in bytes of the bundle, memory in MB, times in seconds. */
/** @type {Record<string, any>} */
export const NEEDS = {
  graphql: {
    ...{ memory: 1769, seconds: 28, bytes: 940 * KB, environment: OF_ALL },
    grants: {
      ...onTable([...READ, "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"], BOTH),
      ...onIndexes("gsi1", "gsi2"),
    },
  },
  socket: {
    ...{ memory: 1024, seconds: 28, bytes: 1140 * KB, environment: OF_SOCKETS },
    grants: { ...onTable(READ), ...onIndexes("gsi1", "gsi2"), ...onRealtime, ...onSockets },
  },
  authorize: { memory: 256, seconds: 5, bytes: 16 * KB, environment: [], grants: {} },
  book: {
    ...{ memory: 1024, seconds: 60, bytes: 130 * KB, environment: OF_ALL },
    grants: { ...onTable([...READ, "PutItem"]), ...onIndexes("gsi1"), ...onStream },
  },
  publish: {
    ...{ memory: 1024, seconds: 60, bytes: 1140 * KB, environment: OF_SOCKETS },
    grants: { ...onTable(READ), ...onIndexes("gsi1", "gsi2"), ...onRealtime, ...onSockets, ...onStream },
  },
  sweep: {
    ...{ memory: 1024, seconds: 240, bytes: 146 * KB, environment: OF_ALL },
    grants: { ...onTable([...READ, "PutItem", "ConditionCheckItem"], BOTH), ...onIndexes("gsi1") },
  },
  reports: {
    ...{ memory: 512, seconds: 240, bytes: 850 * KB, environment: [...OF_ALL, "POS_MAIL_QUEUE_URL"] },
    grants: {
      ...onTable([...READ, "PutItem"], BOTH),
      ...onIndexes("gsi1"),
      mailQueue: { actions: ["sqs:SendMessage"] },
    },
  },
  mail: {
    ...{ memory: 1024, seconds: 120, bytes: 900 * KB, environment: OF_ALL, environmentWithSender: ["MAIL_FROM"] },
    grants: {
      ...onTable([...READ, "PutItem"]),
      ...onIndexes("gsi1", "gsi2"),
      mailQueue: {
        actions: ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes", "ChangeMessageVisibility"].map(
          (action) => `sqs:${action}`,
        ),
      },
    },
    grantsWithSender: { sender: { actions: ["ses:SendEmail", "ses:SendRawEmail"] } },
  },
};

/** Functions that SST creates from the dashboard's build. */
export const SITE = {
  dashboard: { memory: 1024, environment: ["NEXT_PUBLIC_LIVE_PATH"] },
  pictures: { memory: 512, environment: [] },
};
