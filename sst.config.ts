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
    };
  },
  async run() {
    const { table } = await import("./infra/table");
    return { table: table.name };
  },
});
