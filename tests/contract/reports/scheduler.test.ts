import { present } from "@pos/core/base/result.ts";
import {
  createReportSchedule,
  deliveriesOf,
  LEASE_MILLISECONDS,
  listSendings,
  type Mailer,
  type MailOutcome,
  type ReportSchedule,
  sendReport,
  updateReportSchedule,
} from "@pos/core/office/mail/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { sendReports } from "@pos/functions/jobs/reports.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { makeSale, sellLive } from "../../support/sales.ts";
import { createShop, done, type Shop } from "../../support/shop.ts";
import { keepingMailer } from "./support.ts";

const RECIPIENTS = ["owner@shop.example", "books@shop.example", "Manager@shop.example"];
const FROM = "The Shop <reports@shop.example>";
const MINUTE = 60_000;

let shop: Shop;
let schedule: ReportSchedule;

beforeEach(async () => {
  // It is 10:00 by the clock of London.
  shop = await createShop({ variants: 1 });
  schedule = done(
    await createReportSchedule(shop.owner, {
      ...{ id: shop.clock.newId("rsc"), locationId: shop.locationId, report: "DAILY", reportedDay: "SAME_DAY" },
      ...{ timeOfDay: "21:00", recipients: RECIPIENTS, language: "EN" },
    }),
  );
  await sellLive(shop.operator(0), makeSale(shop));
  await drain(shop);
});

function run(mailer: Mailer, table: Table = shop.table) {
  return sendReports({ table, clock: shop.clock, mailer, from: FROM });
}

function toEvening(): void {
  shop.clock.advance(Date.parse("2026-06-15T20:00:00.000Z") - Date.parse(shop.clock.now()));
}

async function statuses(): Promise<string[]> {
  const page = present(await listSendings(shop.owner, shop.locationId, { limit: 10 }), "the sendings");
  const all = await Promise.all(
    page.sendings.map(({ sending }) => deliveriesOf(shop.table, shop.merchantId, sending.id)),
  );
  return all.flat().map(({ status }) => status);
}

/** What dies with a process: its table and its mail connection. */
class Killed extends Error {}

interface Process {
  readonly table: Table;
  readonly mailer: Mailer;
  /** What it was at when it died. */
  readonly killedAt: () => string | undefined;
}

/** A process that dies at its n-th step: before the step is done, or when it is done and not yet answered. */
function mortal(step: number, when: "before" | "after", mailer: Mailer): Process {
  let steps = 0;
  let killedAt: string | undefined;
  async function mayDie<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (killedAt !== undefined) throw new Killed();
    const isLast = ++steps === step;
    if (isLast && when === "before") {
      killedAt = name;
      throw new Killed();
    }
    const result = await work();
    if (isLast) killedAt = name;
    if (killedAt !== undefined) throw new Killed();
    return result;
  }
  const { table } = shop;
  return {
    killedAt: () => killedAt,
    mailer: { send: (mail) => mayDie("mail", () => mailer.send(mail)) },
    table: {
      get: (key) => mayDie("get", () => table.get(key)),
      batchGet: (keys) => mayDie("get", () => table.batchGet(keys)),
      query: (query) => mayDie("query", () => table.query(query)),
      queryIndex: (query) => mayDie("query", () => table.queryIndex(query)),
      write(write) {
        const status = write.op === "put" ? String(write.item.status ?? "") : "";
        return mayDie(`write ${status}`, () => table.write(write));
      },
      transact: (writes) => mayDie("transact", () => table.transact(writes)),
    },
  };
}

async function untilKilled(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const errors = error instanceof AggregateError ? error.errors : [error];
    if (!errors.every((one) => one instanceof Killed)) throw error;
  }
}

function countsOf(mails: readonly { readonly to: string; readonly messageId: string }[]) {
  return RECIPIENTS.map((recipient) => {
    const own = mails.filter(({ to }) => to === recipient);
    return { mails: own.length, ids: new Set(own.map(({ messageId }) => messageId)).size };
  });
}

const ONE_EACH = RECIPIENTS.map(() => ({ mails: 1, ids: 1 }));

describe("scheduler", () => {
  test("sends to each recipient once, at the time and not before, however often it runs", async () => {
    const { mails, mailer } = keepingMailer();
    await run(mailer);
    expect(mails).toEqual([]);
    toEvening();
    shop.clock.advance(-1);
    await run(mailer);
    expect(mails).toEqual([]);
    shop.clock.advance(1);
    for (let count = 0; count < 3; count++) await run(mailer);
    await Promise.all([run(mailer), run(mailer), run(mailer)]);
    expect(countsOf(mails)).toEqual(ONE_EACH);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
    expect(await statuses()).toEqual(["SENT", "SENT", "SENT"]);
    shop.clock.advance(24 * 60 * MINUTE);
    await run(mailer);
    expect(mails).toHaveLength(6);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(6);
  });

  test("fired three times at once sends one mail to each", async () => {
    toEvening();
    const { mails, mailer } = keepingMailer();
    await Promise.all([run(mailer), run(mailer), run(mailer)]);
    expect(countsOf(mails)).toEqual(ONE_EACH);
    expect(await statuses()).toEqual(["SENT", "SENT", "SENT"]);
  });

  test("delivery: is attempted by one process while its lease lasts, and by another when the lease has expired", async () => {
    toEvening();
    const { mails, mailer } = keepingMailer();
    let answer = (_: MailOutcome) => {};
    const slow: Mailer = {
      send: (mail) => {
        mails.push(mail);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    };
    const first = run(slow);
    while (mails.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const [{ to } = { to: "" }] = mails;
    await Promise.all([run(mailer), run(mailer)]);
    expect(countsOf(mails)).toEqual(ONE_EACH);
    shop.clock.advance(LEASE_MILLISECONDS - 1);
    await run(mailer);
    expect(countsOf(mails)).toEqual(ONE_EACH);
    shop.clock.advance(1);
    await run(mailer);
    expect(countsOf(mails)).toEqual(RECIPIENTS.map((of) => ({ mails: of === to ? 2 : 1, ids: 1 })));
    // The process that had the lease before finds that another has it, and changes nothing.
    answer({ is: "refused", detail: "too late" });
    await first;
    expect(await statuses()).toEqual(["SENT", "SENT", "SENT"]);
  });

  test.each(["before", "after"] as const)(
    "killed %s any step of its work, alone or one of three, sends one mail to each and never none",
    async (when) => {
      toEvening();
      const seen = new Set<string>();
      for (const beside of [0, 2]) {
        for (let step = 1; ; step++) {
          const { mails, mailer } = keepingMailer();
          const process = mortal(step, when, mailer);
          const others = Array.from({ length: beside }, () => run(mailer));
          await untilKilled(run(process.mailer, process.table));
          await Promise.all(others);
          const at = process.killedAt();
          if (at === undefined) break;
          seen.add(at);
          // The others came too early for what it had claimed; the next ones do not.
          await run(mailer);
          shop.clock.advance(LEASE_MILLISECONDS + 1);
          await Promise.all([run(mailer), run(mailer)]);
          // Its answer was lost: the only way to a second mail, and that one bears the same id.
          const answerLost = when === "before" ? at === "write SENT" : at === "mail";
          const counts = countsOf(mails);
          expect(
            counts.every(({ mails, ids }) => ids === 1 && mails >= 1),
            `${step}: ${at}`,
          ).toBe(true);
          expect(
            counts.reduce((sum, { mails }) => sum + mails, 0),
            `${step}: ${at}`,
          ).toBe(answerLost ? 4 : 3);
          expect(await statuses()).toSatisfy((all: string[]) => all.every((status) => status === "SENT"));
          // Start again on the next evening.
          shop.clock.advance(24 * 60 * MINUTE - LEASE_MILLISECONDS - 1);
        }
        shop.clock.advance(24 * 60 * MINUTE);
      }
      expect([...seen]).toEqual(
        expect.arrayContaining(["transact", "write CLAIMED", "write HANDED_OVER", "mail", "write SENT"]),
      );
    },
    60_000,
  );

  test("all three killed at once at any moment of the hand-over, the next one finishes", async () => {
    toEvening();
    for (let step = 1; ; step++) {
      const { mails, mailer } = keepingMailer();
      const processes = [0, 1, 2].map((late) => mortal(step + late, "after", mailer));
      await Promise.all(processes.map((process) => untilKilled(run(process.mailer, process.table))));
      if (processes.every(({ killedAt }) => killedAt() === undefined)) break;
      shop.clock.advance(LEASE_MILLISECONDS + 1);
      await run(mailer);
      expect(countsOf(mails).every(({ ids, mails }) => ids === 1 && mails >= 1 && mails <= 2)).toBe(true);
      shop.clock.advance(24 * 60 * MINUTE - LEASE_MILLISECONDS - 1);
    }
  }, 60_000);

  test("a day that was missed is sent when the machine is back, for two days; older ones are not", async () => {
    toEvening();
    shop.clock.advance(4 * 24 * 60 * MINUTE + 5 * MINUTE);
    const { mails, mailer } = keepingMailer();
    await run(mailer);
    const days = mails.filter(({ to }) => to === RECIPIENTS[0]).map(({ subject }) => subject.slice(-10));
    expect(days).toEqual(["2026-06-18", "2026-06-19"]);
  });

  test("what the mail server cannot take now is tried again with growing pauses, with the same Message-ID", async () => {
    toEvening();
    const again: MailOutcome = { is: "again", detail: "451 try later" };
    const { mails, mailer } = keepingMailer((_, count) => (count <= 9 ? again : { is: "sent" }));
    const attempts: number[] = [];
    for (let minute = 0; minute < 20; minute++) {
      const before = mails.length;
      await run(mailer);
      if (mails.length > before) attempts.push(minute);
      shop.clock.advance(MINUTE);
    }
    expect(attempts).toEqual([0, 1, 3, 7]);
    expect(countsOf(mails)).toEqual(RECIPIENTS.map(() => ({ mails: 4, ids: 1 })));
    expect(await statuses()).toEqual(["SENT", "SENT", "SENT"]);
  });

  test("delivery: fails with the reason when it could not be sent for two days", async () => {
    toEvening();
    const { mailer } = keepingMailer(() => ({ is: "again", detail: "connect ECONNREFUSED" }));
    await run(mailer);
    await updateReportSchedule(shop.owner, { ...changeOf(schedule), enabled: false });
    shop.clock.advance(2 * 24 * 60 * MINUTE);
    await run(mailer);
    expect(await statuses()).toEqual(["EXPIRED", "EXPIRED", "EXPIRED"]);
  });

  test("a recipient that is refused for good is not tried again, and the others get theirs", async () => {
    toEvening();
    const { mails, mailer } = keepingMailer(({ to }) =>
      to === RECIPIENTS[1] ? { is: "refused", detail: "550 no such mailbox" } : { is: "sent" },
    );
    for (let count = 0; count < 3; count++) {
      await run(mailer);
      shop.clock.advance(60 * MINUTE);
    }
    expect(countsOf(mails)).toEqual(ONE_EACH);
    expect(await statuses()).toEqual(expect.arrayContaining(["REFUSED", "SENT", "SENT"]));
  });

  test("a lost answer: the mail is handed over once more when the lease has passed, then people are to look", async () => {
    toEvening();
    const { mails, mailer } = keepingMailer(() => ({ is: "unknown", detail: "the connection ended" }));
    await run(mailer);
    await run(mailer);
    expect(mails).toHaveLength(3);
    expect(await statuses()).toEqual(["UNKNOWN", "UNKNOWN", "UNKNOWN"]);
    for (let count = 0; count < 4; count++) {
      shop.clock.advance(LEASE_MILLISECONDS);
      await run(mailer);
    }
    expect(countsOf(mails)).toEqual(RECIPIENTS.map(() => ({ mails: 2, ids: 1 })));
    expect(await statuses()).toEqual(["UNKNOWN", "UNKNOWN", "UNKNOWN"]);
  });

  test("a report asked for by hand goes out with the next run, once however often it was asked for", async () => {
    const request = {
      ...{ id: shop.clock.newId("rsn"), locationId: shop.locationId, report: "DAILY" as const, day: "2026-06-15" },
      ...{ recipients: RECIPIENTS, language: "ZH_HANS" as const },
    };
    expect(done(await sendReport(shop.owner, request)).replayed).toBe(false);
    expect(done(await sendReport(shop.owner, request)).replayed).toBe(true);
    const other = await sendReport(shop.owner, { ...request, day: "2026-06-14" });
    expect(other).toMatchObject({ ok: false, failures: [{ code: "ID_CONFLICT" }] });
    const { mails, mailer } = keepingMailer();
    await Promise.all([run(mailer), run(mailer)]);
    expect(countsOf(mails)).toEqual(ONE_EACH);
    expect(mails[0]?.subject).toContain("日报");
  });

  test("one merchant's trouble does not keep the others' reports", async () => {
    const other = await createShop({ seed: 2, engine: shop.engine });
    done(
      await createReportSchedule(other.owner, {
        ...{ id: other.clock.newId("rsc"), locationId: other.locationId, report: "DAILY", reportedDay: "SAME_DAY" },
        ...{ timeOfDay: "21:00", recipients: ["other@shop.example"], language: "EN" },
      }),
    );
    toEvening();
    const { mails, mailer } = keepingMailer();
    const troubled: Table = {
      ...shop.table,
      async get(key) {
        if (key.pk.startsWith(`${shop.merchantId}#LOCATION`)) throw new Error("a bug");
        return shop.table.get(key);
      },
    };
    await expect(run(mailer, troubled)).rejects.toThrow(AggregateError);
    expect(mails.map(({ to }) => to)).toEqual(["other@shop.example"]);
  });
});

function changeOf({ id, version, reportedDay, timeOfDay, recipients, language, enabled }: ReportSchedule) {
  return { reportScheduleId: id, version, reportedDay, timeOfDay, recipients, language, enabled };
}
