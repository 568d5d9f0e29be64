import { bookedUnitsEach, concurrencyOf, readUnitsPerListener, requestsAtOnce, sum } from "./usage.mjs";

/**
 * The use of quotas in the busiest minute, highest first. `share` is the fraction of the quota; above 1 it is exceeded.
 */
export function quotasOf({ load, clock }, usage, quotas) {
  const { rates, counts, milliseconds, shards, sweeps } = usage;
  const readers = Math.min(
    shards,
    concurrencyOf(usage.invocations.book / rates.openSeconds, milliseconds.book) * load.peakFactor,
  );
  const publishers = Math.min(
    shards,
    concurrencyOf(usage.invocations.publish / rates.openSeconds, milliseconds.publish) * load.peakFactor,
  );
  const concurrency = requestsAtOnce({ counts, rates, load, milliseconds }) + readers + publishers + 2;
  // All subscribers reconnect within a minute after an outage.
  const comingSecond = counts.subscribers / 60;
  const readsSecond = (sum(Object.values(usage.readUnits)) - usage.readUnits.sweeps) / rates.openSeconds;
  const rows = [
    row(
      "API Gateway requests and posts a second",
      rates.peakRequestsSecond + rates.peakFramesSecond,
      quotas.apiRequestsSecond,
    ),
    row("WebSocket connections a second, all reconnecting in a minute", comingSecond, quotas.newConnectionsSecond),
    row("Lambda executions at once", concurrency, quotas.lambdaConcurrency),
    row("Stream consumers at once, if all shards are busy", shards * 2, quotas.lambdaConcurrency),
    row("DynamoDB write units a second", usage.peakWriteUnitsSecond, quotas.tableWriteUnitsSecond),
    row(
      "DynamoDB read units a second, without reconciliation",
      readsSecond * load.peakFactor,
      quotas.tableReadUnitsSecond,
    ),
    row("Seconds a run of reconciliation needs", sweeps.secondsNeeded, quotas.lambdaSecondsMost),
    row("Seconds a run of the report job needs", milliseconds.reports / 1000, clock.reportsEveryMinutes * 60),
  ];
  return rows.sort((a, b) => b.share - a.share);

  function row(name, value, quota) {
    return { name, value, quota, share: value / quota };
  }
}

/** How many sales per second one location can book: its bookings are sequential, and its balances share a partition. */
export function locationLimits({ platform }, measured, quotas, factsTogether) {
  const { paths, milliseconds } = measured;
  const alone = paths.saleBookedAlone;
  const each = bookedUnitsEach(alone.writeUnits, paths.saleBookedOf10.writeUnits, factsTogether);
  const bookingMilliseconds =
    alone.rounds * platform.tableRoundMilliseconds +
    factsTogether * milliseconds.bookingProcessor * platform.processorFactor;
  const bySequence = (factsTogether * 1000) / bookingMilliseconds;
  // The entry is in its fact's partition and its index entries are elsewhere; the rest is in the ledger's.
  const byPartition = quotas.partitionWriteUnitsSecond / (each - ENTRY_UNITS);
  return {
    factsTogether,
    bookingMilliseconds,
    bySequence,
    byPartition,
    salesSecond: Math.min(bySequence, byPartition),
  };
}

/** An entry in its transaction and its two index entries. */
const ENTRY_UNITS = 4;

/** The time from an event to the last subscriber of one location, and the reads of its topic's partition. */
export function fanOut({ platform }, measured, quotas, subscribers) {
  const { paths } = measured;
  const credentialRounds = 2;
  const waves = Math.ceil(subscribers / platform.postsInFlight);
  const milliseconds =
    paths.toOne.rounds * platform.tableRoundMilliseconds +
    waves * (platform.postMilliseconds + credentialRounds * platform.tableRoundMilliseconds);
  const postsSecond = subscribers / (milliseconds / 1000);
  // Each subscriber's session and staff record are in partitions of their own.
  const topicReadUnits = Math.max(1, subscribers * (readUnitsPerListener(measured) - credentialRounds));
  return {
    subscribers,
    milliseconds,
    postsSecond,
    ofApiQuota: postsSecond / quotas.apiRequestsSecond,
    topicReadUnits,
    eventsSecond: Math.min(1000 / milliseconds, quotas.partitionReadUnitsSecond / topicReadUnits),
  };
}

/**
 * The milliseconds from a sale's response to its booking, and from there to subscribers, without a backlog in the
 * stream.
 */
export function lagOf({ platform }, usage, quotas) {
  const pollMilliseconds = 1000 / quotas.streamPollsSecond;
  const booked = pollMilliseconds / 2 + usage.milliseconds.book;
  return { booked, published: booked + pollMilliseconds / 2 + usage.milliseconds.publish + platform.postMilliseconds };
}
