import { resolve } from "node:path";
import { type Command, UsageError, withArguments } from "../../control/command.ts";
import { importOnlineRetail } from "../import/import.ts";
import { lastLine, summaryLines } from "../import/summary.ts";
import { seconds } from "./verify.ts";

type Arguments = {
  readonly files: readonly string[];
  readonly merchantId: string | null;
  readonly oneByOne: boolean;
};

/** The real sales of a retailer, through the API's own commands. */
export const importOnlineRetailCommand: Command<Arguments> = {
  ...withArguments(
    {
      name: "import online-retail",
      about: `
Reads files of the Online Retail data set (CSV, or CSV compressed by gzip), puts the rows of each document together over all
files, and records the documents at the location ONLINE-RETAIL: sales, refunds, stock adjustments, finance adjustments. What
they name (articles, customers, the location, a terminal) is made where it is not there yet. The documents contain no tax: each
line has a tax code of 0 %, also where the merchant taxes the article; without such a code one is made. Quantities and prices
have a decimal point and no separator of thousands. Ends when all is booked. May be
stopped at any moment and run again: what is recorded already is known by its id and is not recorded twice.

A row that cannot be read is told with its file and line, and its document is left out as a whole; so is told what was
recorded with other content before. Nothing else is held up. The last line is "N new, N known, N problems".`,
      positionals: {
        files: { value: "FILE", many: true, help: "one or more; all of a document's rows must be among them" },
      },
      options: {
        merchant: {
          type: "string",
          value: "ID",
          help: "for whom; needed when there are several merchants. It must count in GBP. When there is none, one is made, and its owner's password is put in a file that is named on the screen",
        },
        "one-by-one": {
          type: "boolean",
          help: "books each document before the next is recorded: much slower, and stock moves in the order of time",
        },
      },
      examples: ["npm run -s pos -- import online-retail data/2010-12.csv.gz data/2011-01.csv.gz"],
      exits: "0 everything is there, 1 problems or a failure, 2 not understood",
    },
    ({ files, merchant = null, "one-by-one": oneByOne }, folder) => {
      if (merchant?.startsWith("mer_") === false) throw new UsageError("--merchant takes the id of a merchant.");
      return { files: files.map((file) => resolve(folder, file)), merchantId: merchant, oneByOne };
    },
  ),
  summary: "records the sales, refunds and write-offs of the Online Retail data set",
  mayBegin: true,
  async run(system, { files, merchantId, oneByOne }, output) {
    const started = performance.now();
    const summary = await importOnlineRetail({
      table: system.table,
      clock: system.clock,
      folder: system.folder.path,
      files,
      ...(merchantId === null ? {} : { merchantId }),
      oneByOne,
      bookAll: system.reader.caughtUp,
      progress: (done, total, what) => output.progress(done, total, what),
      madeMerchant: (path) =>
        output.line(
          `A merchant was made: Online Retail. Its owner signs in with what is in ${path} (readable by you only).`,
        ),
    });
    for (const problem of summary.problems.slice(0, PROBLEMS_SHOWN)) await output.line(problem);
    const hidden = summary.problems.length - PROBLEMS_SHOWN;
    if (hidden > 0) await output.line(`... and ${hidden} more problems`);
    for (const line of summaryLines(summary)) await output.line(line);
    await output.line(`All of it booked, ${seconds(started)} s`);
    await output.line(lastLine(summary));
    return summary.problems.length === 0 ? 0 : 1;
  },
};

const PROBLEMS_SHOWN = 100;
