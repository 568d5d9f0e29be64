import { openEmbeddedTable } from "@pos/core/table/embedded/table.ts";

/** The child of the SIGKILL test: writes until it is killed and prints what was acknowledged, one name a line. */
const [folder = "", round = ""] = process.argv.slice(2);
const { table } = await openEmbeddedTable({ folder, streamFilter: ["fact#"] });
const WRITERS = 16;
const text = "x".repeat(2000);

async function write(writer: number): Promise<never> {
  for (let count = 0; ; count++) {
    const name = `${round}-${writer}-${count}.`;
    await table.transact([
      { op: "put", item: { pk: name, sk: "fact#1", name, text }, if: { is: "absent" } },
      { op: "put", item: { pk: round, sk: name }, if: { is: "absent" } },
      { op: "put", item: { pk: name, sk: "fact#2", name, gsi1pk: round, gsi1sk: name }, if: { is: "absent" } },
    ]);
    process.stdout.write(`${name}\n`);
  }
}

await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
