import { afterAll, beforeAll, describe } from "vitest";
import { readTests } from "./reads.ts";
import { streamTests } from "./stream.ts";
import type { Factory, Subject } from "./support.ts";
import { transactionTests } from "./transactions.ts";
import { writeTests } from "./writes.ts";

/**
 * The one suite every adapter of the table passes. It assumes no more than DynamoDB promises: indexes and the stream are
 * polled, pages may be short, and other tests' items may stand in the same table.
 */
export function tableConformance(name: string, factory: Factory): void {
  describe(`${name}: table`, () => {
    let subject: Subject;
    beforeAll(async () => {
      subject = await factory();
    });
    afterAll(async () => {
      await subject.close();
    });
    const context = {
      subject: () => subject,
      reopen: async () => {
        if (subject.reopen !== undefined) subject = await subject.reopen();
      },
    };
    writeTests(context);
    transactionTests(context);
    readTests(context);
    streamTests(context);
  });
}
