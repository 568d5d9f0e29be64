import { readFileSync } from "node:fs";
import { millionSales, monthlyCost, oneReport, subscriberMonth } from "./cost.mjs";
import { fanOut, lagOf, locationLimits, quotasOf } from "./limits.mjs";
import { firstMilliseconds, monthlyUsage, sum } from "./usage.mjs";

export const SIZES = [10, 1_000, 100_000];
const LISTENERS = [100, 1_000, 10_000];
const FOLDED = [1, 10];

export function readInputs() {
  const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
  return { profile: read("profile.json"), measured: read("measured.json"), prices: read("prices.json") };
}

/**
 * The whole model for a number of terminals.
 * @throws RangeError if the number is invalid or the region has no prices
 */
export function modelOf(inputs, { terminals, region = "us-east-1", load = {} }) {
  const { profile, measured, prices } = inputs;
  const regional = prices.regions[region];
  if (!regional) {
    const known = Object.keys(prices.regions).join(", ");
    throw new RangeError(`There are no prices of ${region}: use one of ${known}, or add its prices to prices.json.`);
  }
  if (!(Number.isInteger(terminals) && terminals > 0)) throw new RangeError("Terminals are a whole number from 1.");
  const set = { ...profile, load: { ...profile.load, ...load, terminals } };
  const { quotas } = prices;
  const usage = monthlyUsage(set, measured, quotas);
  const cost = monthlyCost(usage, regional, set.platform);
  const { graphql } = usage.coldStarts;
  return {
    terminals,
    region,
    measuredAt: measured.measuredAt,
    salesMonth: usage.counts.sales,
    cost,
    perTerminal: cost.total / terminals,
    perMillionSales: cost.total / (usage.counts.sales / 1e6),
    millionSales: millionSales(set, measured, regional, usage),
    subscriberMonth: subscriberMonth(set, measured, regional, usage),
    report: oneReport(set, measured, regional, usage),
    quotas: quotasOf(set, usage, quotas),
    mailsDay: usage.mails / set.load.daysPerMonth,
    shards: usage.shards,
    lag: lagOf(set, usage, quotas),
    sweeps: usage.sweeps,
    location: FOLDED.map((facts) => locationLimits(set, measured, quotas, facts)),
    fanOut: LISTENERS.map((subscribers) => fanOut(set, measured, quotas, subscribers)),
    cold: {
      share: graphql / usage.invocations.graphql,
      milliseconds: firstMilliseconds("graphql", measured, set.platform),
    },
    writeUnitsMonth: sum(Object.values(usage.writeUnits)),
    readUnitsMonth: sum(Object.values(usage.readUnits)),
    storedGigabytes: usage.storedGigabytes,
  };
}
