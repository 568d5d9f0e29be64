import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { lambdaDollars, readDollars, writeDollars } from "../../../scripts/model/cost.mjs";
import { fanOut, locationLimits } from "../../../scripts/model/limits.mjs";
import { modelOf, readInputs, SIZES } from "../../../scripts/model/model.mjs";
import { COST_DOCUMENT, withFigures } from "../../../scripts/model/text.mjs";
import {
  bookedUnitsEach,
  countsOf,
  processorMilliseconds,
  readerInvocationsSecond,
  shardsOf,
  sum,
} from "../../../scripts/model/usage.mjs";

/** Sums done by hand, with prices and quotas that do not change when AWS's do. */
const PRICES = {
  dynamodb: { writeUnitsMillion: 0.5, readUnitsMillion: 0.1 },
  lambda: { requestsMillion: 0.2, gigabyteSecond: 0.00001 },
};
const QUOTAS = {
  apiRequestsSecond: 10_000,
  newTableWriteUnitsSecond: 4_000,
  partitionWriteUnitsSecond: 1_000,
  partitionReadUnitsSecond: 3_000,
  partitionGigabytes: 10,
};
const path = (writeUnits: number, readUnits: number, rounds: number) => ({
  writeUnits,
  readUnits,
  rounds,
  storedBytes: 0,
});
const MEASURED = {
  paths: {
    saleBookedAlone: path(18, 8, 3),
    saleBookedOf10: path(14.4, 6, 0.3),
    toOne: path(0, 5, 4),
    toHundred: path(0, 203, 5),
  },
  milliseconds: { bookingProcessor: 2 },
};
const PLATFORM = {
  tableRoundMilliseconds: 5,
  processorFactor: 1.5,
  postMilliseconds: 20,
  postsInFlight: 50,
  megabytesOfOneProcessor: 2_000,
  memoryMegabytes: { book: 1_000 },
};

describe("cost", () => {
  test("a million sales of 21 write units and 17 read units, at half a dollar and ten cents a million", () => {
    expect(writeDollars(21_000_000, PRICES)).toBeCloseTo(10.5, 10);
    expect(readDollars(17_000_000, PRICES)).toBeCloseTo(1.7, 10);
  });

  test("a million invocations of 25 ms with 1 GB: 20 cents and 25,000 GB-seconds", () => {
    expect(lambdaDollars(1_000_000, 25_000, PRICES)).toBeCloseTo(0.2 + 0.25, 10);
  });

  test("of ten booked together each bears a tenth of what is shared: 18 = 14 + 4, 14.4 = 14 + 0.4, 16 = 14 + 2", () => {
    expect(bookedUnitsEach(18, 14.4, 1)).toBeCloseTo(18, 10);
    expect(bookedUnitsEach(18, 14.4, 2)).toBeCloseTo(16, 10);
    expect(bookedUnitsEach(18, 14.4, 10)).toBeCloseTo(14.4, 10);
    expect(bookedUnitsEach(18, 14.4, 50)).toBeCloseTo(14.4, 10);
  });

  test("eight terminals that sell a hundred times a day: 24,000 sales a month at two locations", () => {
    const { profile } = readInputs();
    const counts = countsOf(
      { ...profile.load, terminals: 8, terminalsPerLocation: 4, salesPerTerminalAndDay: 100, daysPerMonth: 30 },
      profile.clock,
    );
    expect(counts).toMatchObject({ locations: 2, sales: 24_000, reports: 60 });
  });

  test("its lines add up, and what is a part of another line is not counted twice", () => {
    for (const terminals of SIZES) {
      const { cost, perTerminal } = modelOf(readInputs(), { terminals });
      const own = cost.lines.filter(({ isPart }) => !isPart).map(({ dollars }) => dollars);
      expect(cost.total).toBeCloseTo(sum(own), 6);
      expect(perTerminal * terminals).toBeCloseTo(cost.total, 6);
      for (const { part, dollars } of cost.lines) expect([part, dollars >= 0]).toEqual([part, true]);
    }
  });
});

describe("limits", () => {
  test("a location books 55 a second one by one, by its partition 71; 222 and 96 when ten go together", () => {
    // 3 rounds of 5 ms and 3 ms of processor time; 1,000 units a second for the 14 that the ledger's partition takes.
    const alone = locationLimits({ platform: PLATFORM }, MEASURED, QUOTAS, 1);
    expect(alone.bookingMilliseconds).toBe(18);
    expect(alone.bySequence).toBeCloseTo(55.56, 2);
    expect(alone.byPartition).toBeCloseTo(71.43, 2);
    const ten = locationLimits({ platform: PLATFORM }, MEASURED, QUOTAS, 10);
    expect(ten.bySequence).toBeCloseTo(222.22, 2);
    expect(ten.byPartition).toBeCloseTo(96.15, 2);
    expect(ten.salesSecond).toBe(ten.byPartition);
  });

  test("a thousand subscribers receive an event in 620 ms: 4 rounds, and 20 times 50 of them, 30 ms each", () => {
    // 2 read units a listener, for its session and its person: nothing but one for the topic is left.
    expect(fanOut({ platform: PLATFORM }, MEASURED, QUOTAS, 1_000)).toMatchObject({
      milliseconds: 620,
      topicReadUnits: 1,
    });
  });

  test("shards follow throughput or size, and are four at first", () => {
    expect(shardsOf(500, 1, QUOTAS)).toBe(4);
    expect(shardsOf(6_200, 1, QUOTAS)).toBe(7);
    expect(shardsOf(500, 95, QUOTAS)).toBe(10);
  });

  test("a reader is called for each record while they are few, and never more often than shards are polled", () => {
    expect(readerInvocationsSecond(0.01, 4, 4)).toBeCloseTo(0.01, 4);
    expect(readerInvocationsSecond(10_000, 4, 4)).toBeCloseTo(16, 4);
  });

  test("with half a processor everything takes twice as long", () => {
    expect(processorMilliseconds(2, "book", PLATFORM)).toBe(6);
  });

  test("what is asked for without sense is refused", () => {
    expect(() => modelOf(readInputs(), { terminals: 0 })).toThrow("Terminals are a whole number from 1.");
    expect(() => modelOf(readInputs(), { terminals: 10, region: "mars-1" })).toThrow("There are no prices of mars-1");
  });
});

test("npm run model prints what it computes, for as many terminals as asked", () => {
  const program = fileURLToPath(new URL("../../../scripts/model.mjs", import.meta.url));
  const asked = ["--terminals", "300", "--sales-per-day", "100", "--json"];
  const [model] = JSON.parse(execFileSync(process.execPath, [program, ...asked], { encoding: "utf8" }));
  const load = { salesPerTerminalAndDay: 100 };
  expect(model).toEqual(JSON.parse(JSON.stringify(modelOf(readInputs(), { terminals: 300, load }))));
});

test("docs/cost.md agrees with the model; npm run model -- --update rewrites it", () => {
  const text = readFileSync(COST_DOCUMENT, "utf8");
  expect(text).toBe(withFigures(text, readInputs()));
});
