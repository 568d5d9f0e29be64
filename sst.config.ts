/// <reference path="./.sst/platform/config.d.ts" />

/** Names what is deployed; each file of infra/ is one concern. */
export default $config({
  app(input) {
    const isProduction = input?.stage === "production";
    return {
      name: "pos",
      home: "aws",
      removal: isProduction ? "retain" : "remove",
      protect: isProduction,
      providers: { aws: { defaultTags: { tags: { app: "pos", stage: input?.stage ?? "none" } } } },
    };
  },
  async run() {
    const { realtimeTable, table } = await import("./infra/table");
    const { buckets } = await import("./infra/buckets");
    const { mailQueue } = await import("./infra/queues");
    await import("./infra/stream");
    await import("./infra/schedule");
    const { edge } = await import("./infra/web");
    await import("./infra/alarms");
    await import("./infra/dashboard");
    await import("./infra/budget");
    return {
      address: edge.url,
      POS_TABLE: table.name,
      POS_REALTIME_TABLE: realtimeTable.name,
      POS_FAILURES_BUCKET: buckets.failures.name,
      POS_MAIL_QUEUE_URL: mailQueue.url,
    };
  },
});
