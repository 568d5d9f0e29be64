/**
 * A month's usage in the units that AWS bills. Pure: computed from the load (`load`), the scheduled jobs, the
 * platform's settings (profile.json), and measurements (measured.json). Names end with their unit.
 */

const GIGABYTE = 1e9;
const SECONDS_PER_HOUR = 3600;

/** @param profile as in profile.json, with `terminals` in its load */
export function monthlyUsage({ load, clock, platform }, measured, quotas) {
  const counts = countsOf(load, clock);
  const rates = ratesOf(counts, load);
  const known = { counts, rates, load, clock, platform, measured, quotas };
  const sweeps = sweepsOf(known);
  const writeUnits = writeUnitsOf(known);
  const storedGigabytes = storedGigabytesOf(known);
  const peakWriteUnitsSecond = (sum(Object.values(writeUnits)) / rates.openSeconds) * load.peakFactor;
  const shards = shardsOf(peakWriteUnitsSecond, storedGigabytes, quotas);
  const invocations = invocationsOf({ ...known, shards });
  const milliseconds = millisecondsOf({ ...known, shards, sweeps });
  const coldStarts = coldStartsOf({ ...known, milliseconds });
  const readUnits = readUnitsOf({ ...known, sweeps });
  return {
    counts,
    rates,
    sweeps,
    shards,
    invocations,
    milliseconds,
    coldStarts,
    gigabyteSeconds: gigabyteSecondsOf({ ...known, invocations, milliseconds, coldStarts }),
    writeUnits,
    readUnits,
    peakWriteUnitsSecond,
    storedGigabytes,
    httpRequests: counts.httpRequests,
    // Received and sent messages, including `connection_ack` and `pong`.
    socketMessages: counts.frames + counts.connections * 3 + counts.pings * 2,
    connectionMinutes: counts.listenedHours * 60,
    queueRequests: counts.reports * 3,
    mails: counts.reports * load.recipientsPerReport,
    mailGigabytes: (counts.reports * load.recipientsPerReport * measured.bytes.reportMail) / GIGABYTE,
    logGigabytes: logGigabytesOf({ ...known, invocations }),
    traces: sum(Object.values(invocations)) * platform.tracedShare,
    metrics: platform.metrics + platform.metricsPerMerchant * counts.merchants,
    alarms: platform.alarms,
    outGigabytes: (counts.httpRequests * platform.answerBytes + counts.frames * measured.bytes.eventFrame) / GIGABYTE,
    pageGigabytes: (counts.pages * platform.pageBytes) / GIGABYTE,
  };
}

/** The number of events of each kind in a month. */
export function countsOf(load, clock) {
  const days = load.daysPerMonth;
  const locations = Math.ceil(load.terminals / load.terminalsPerLocation);
  const sales = load.terminals * load.salesPerTerminalAndDay * days;
  const refunds = sales * load.refundsPerSale;
  const adjustments = locations * load.adjustmentsPerLocationAndDay * days;
  const subscribers = locations * load.subscribersPerLocation;
  const listenedHours = subscribers * load.subscriberHoursPerDay * days;
  const salesPerLocationAndHour = sales / days / locations / load.openHoursPerDay;
  const events = listenedHours * salesPerLocationAndHour;
  const pages = subscribers * load.pagesPerSubscriberAndDay * days;
  const bestSellers =
    listenedHours * Math.min(salesPerLocationAndHour, SECONDS_PER_HOUR / clock.bestSellersEverySeconds);
  const homeQueries = events * clock.homeQueriesPerEvent;
  const lookUps = sales * load.lookUpsPerSale;
  const catalogChecks = load.terminals * load.catalogChecksPerTerminalAndDay * days;
  const signIns = load.terminals * load.signInsPerTerminalAndDay * days;
  const others = load.terminals * load.otherRequestsPerTerminalAndDay * days + pages * load.requestsPerPage;
  return {
    locations,
    merchants: Math.ceil(locations / load.locationsPerMerchant),
    subscribers,
    sales,
    refunds,
    adjustments,
    facts: sales + refunds + adjustments,
    lookUps,
    catalogChecks,
    signIns,
    others,
    pages,
    bestSellers,
    homeQueries,
    listenedHours,
    // A page receives one frame per batch of the stream; at these rates a batch is rarely more than one sale.
    frames: events,
    connections: Math.max(subscribers * days, listenedHours / 2),
    pings: (listenedHours * SECONDS_PER_HOUR) / clock.pingSeconds,
    reports: locations * load.reportsPerLocationAndDay * days,
    httpRequests:
      sales + refunds + adjustments + lookUps + catalogChecks + signIns + others + bestSellers + homeQueries,
  };
}

/** Per second, while shops are open, and in the busiest minute. */
function ratesOf(counts, load) {
  const openSeconds = load.daysPerMonth * load.openHoursPerDay * SECONDS_PER_HOUR;
  const perSecond = (count) => count / openSeconds;
  return {
    openSeconds,
    salesSecond: perSecond(counts.sales),
    factsSecond: perSecond(counts.facts),
    requestsSecond: perSecond(counts.httpRequests),
    framesSecond: perSecond(counts.frames),
    peakSalesSecond: perSecond(counts.sales) * load.peakFactor,
    peakFactsSecond: perSecond(counts.facts) * load.peakFactor,
    peakRequestsSecond: perSecond(counts.httpRequests) * load.peakFactor,
    peakFramesSecond: perSecond(counts.frames) * load.peakFactor,
    locationFactsSecond: perSecond(counts.facts) / counts.locations,
  };
}

/**
 * A booking costs `shared + own`; in a transaction of several, each costs its own and a fraction of the shared units.
 */
export function bookedUnitsEach(alone, ofTen, factsPerBooking) {
  const own = (10 * ofTen - alone) / 9;
  return own + (alone - own) / Math.min(factsPerBooking, 10);
}

/** What comes for one location while the reader looks elsewhere is booked with the first. */
function factsPerBooking(locationFactsSecond, pollsSecond) {
  return 1 + locationFactsSecond / pollsSecond;
}

/** A sale recorded and booked, with the given share of sales that have a customer. */
export function saleWriteUnits(measured, customerShare, factsTogether) {
  const { paths } = measured;
  const of = (name) => {
    const [alone, ofTen] = [paths[`saleBookedAlone${name}`], paths[`saleBookedOf10${name}`]];
    return paths[`saleRecorded${name}`].writeUnits + bookedUnitsEach(alone.writeUnits, ofTen.writeUnits, factsTogether);
  };
  return of("") * (1 - customerShare) + of("WithCustomer") * customerShare;
}

function writeUnitsOf({ counts, rates, load, measured, quotas }) {
  const { paths } = measured;
  const together = factsPerBooking(rates.locationFactsSecond, quotas.streamPollsSecond);
  const of = (...names) => sum(names.map((name) => paths[name].writeUnits));
  return {
    sales: counts.sales * saleWriteUnits(measured, load.customerShare, together),
    refunds: counts.refunds * of("refundRecorded", "refundBookedAlone"),
    adjustments: counts.adjustments * of("adjustmentRecorded", "adjustmentBookedAlone"),
    signIns: counts.signIns * of("signInOperator"),
    listening: counts.connections * of("connected", "initialised", "subscribed", "firstToOne", "disconnected"),
    reports: counts.reports * of("reportSent"),
  };
}

/** Read units of one sale recorded and booked. */
export function saleReadUnits({ paths }, customerShare) {
  const of = (name) => paths[`saleRecorded${name}`].readUnits + paths[`saleBookedAlone${name}`].readUnits;
  return of("") * (1 - customerShare) + of("WithCustomer") * customerShare;
}

/** How often the reconciliation job checks each fact. */
export function looksPerFact(clock) {
  return clock.sweepWindowMinutes / clock.sweepEveryMinutes;
}

/** The read units of an event for each additional subscriber of its location. */
export function readUnitsPerListener({ paths }) {
  return (paths.toHundred.readUnits - paths.toOne.readUnits) / 99;
}

function readUnitsOf({ counts, clock, load, measured, sweeps }) {
  const { paths } = measured;
  const of = (...names) => sum(names.map((name) => paths[name].readUnits));
  const salesOfDay = counts.sales / load.daysPerMonth / counts.locations;
  const bestSellers = of("bestSellersFixed") + paths.bestSellersPerSale.readUnits * salesOfDay * clock.bestSellersDays;
  const reportsRuns = (load.daysPerMonth * 1440) / clock.reportsEveryMinutes;
  const schedules = counts.locations * load.reportsPerLocationAndDay;
  return {
    sales: counts.sales * saleReadUnits(measured, load.customerShare),
    refunds: counts.refunds * of("refundRecorded", "refundBookedAlone"),
    adjustments: counts.adjustments * of("adjustmentRecorded", "adjustmentBookedAlone"),
    requests:
      counts.lookUps * of("priceLookUp") +
      counts.catalogChecks * of("catalogChecked") +
      counts.signIns * of("signInOperator") +
      counts.others * of("priceLookUp"),
    // Publishing costs one read of the topic per event and the units of each subscriber.
    publishing:
      (counts.facts - counts.frames) * of("unheard") +
      counts.frames * (of("toOne") + readUnitsPerListener(measured) * Math.max(0, load.subscribersPerLocation - 1)),
    listening:
      counts.connections * of("connected", "initialised", "subscribed", "disconnected") + counts.pings * of("pinged"),
    startPages:
      (counts.homeQueries / clock.homeQueriesPerEvent) * of("homeRefreshed") + counts.bestSellers * bestSellers,
    reports:
      counts.reports * (of("reportFixed", "reportSent") + paths.reportPerSale.readUnits * salesOfDay) +
      reportsRuns * (of("reportsIdle") + counts.merchants - 1 + schedules * of("reportsPerSchedule")),
    sweeps: sweeps.runs * sweeps.readUnitsOfRun,
  };
}

/** A sweep goes through all merchants one after the other; what its time does not suffice for it does not look at. */
function sweepsOf({ counts, clock, load, platform, measured, quotas }) {
  const { paths, milliseconds } = measured;
  const facts = (counts.facts / load.daysPerMonth / 1440) * clock.sweepWindowMinutes;
  const stepsOf = (what) =>
    paths.sweepFixed[what] + (load.terminals - 1) * paths.sweepPerTerminal[what] + facts * paths.sweepPerFact[what];
  const seconds =
    (stepsOf("rounds") * platform.tableRoundMilliseconds +
      facts * processorMilliseconds(milliseconds.sweptFactProcessor, "sweep", platform)) /
    1000;
  const reached = Math.min(1, quotas.lambdaSecondsMost / seconds);
  return {
    runs: (load.daysPerMonth * 1440) / clock.sweepEveryMinutes,
    secondsNeeded: seconds,
    secondsOfRun: seconds * reached,
    reachedShare: reached,
    readUnitsOfRun: stepsOf("readUnits") * reached,
  };
}

/** One shard is one partition: as many as throughput or size require; a new table has four. */
export function shardsOf(peakWriteUnitsSecond, storedGigabytes, quotas) {
  return Math.max(
    Math.ceil(quotas.newTableWriteUnitsSecond / quotas.partitionWriteUnitsSecond),
    Math.ceil(peakWriteUnitsSecond / quotas.partitionWriteUnitsSecond),
    Math.ceil(storedGigabytes / quotas.partitionGigabytes),
  );
}

/**
 * Only polls that find records invoke the function: with random arrivals, this is the expected fraction of non-empty
 * polls.
 */
export function readerInvocationsSecond(recordsSecond, shards, pollsSecond) {
  return shards * pollsSecond * (1 - Math.exp(-recordsSecond / shards / pollsSecond));
}

function storedGigabytesOf({ counts, load, measured }) {
  const { paths } = measured;
  const of = (...names) => sum(names.map((name) => paths[name].storedBytes));
  const salesBytes =
    of("saleRecorded", "saleBookedAlone") * (1 - load.customerShare) +
    of("saleRecordedWithCustomer", "saleBookedAloneWithCustomer") * load.customerShare;
  const monthBytes =
    counts.sales * salesBytes +
    counts.refunds * of("refundRecorded", "refundBookedAlone") +
    counts.adjustments * of("adjustmentRecorded", "adjustmentBookedAlone") +
    counts.reports * of("reportSent");
  return (monthBytes * load.monthsStored) / GIGABYTE;
}

/** The duration of one invocation of each function, from its table round trips and its processor time. */
function millisecondsOf({ counts, rates, shards, load, clock, platform, measured, quotas, sweeps }) {
  const { paths, milliseconds } = measured;
  const rounds = (name) => paths[name].rounds * platform.tableRoundMilliseconds;
  const processor = (name, of) => processorMilliseconds(milliseconds[name], of, platform);
  const factsOfBatch = Math.max(1, rates.factsSecond / shards / quotas.streamPollsSecond);
  const publishedShare = counts.facts === 0 ? 0 : counts.frames / counts.facts;
  const salesOfDay = counts.sales / load.daysPerMonth / counts.locations;
  const reportRounds = paths.reportFixed.rounds + paths.reportPerSale.rounds * salesOfDay + paths.reportSent.rounds;
  const schedules = counts.locations * load.reportsPerLocationAndDay;
  const bestSales = salesOfDay * clock.bestSellersDays;
  const bestRounds = paths.bestSellersFixed.rounds + paths.bestSellersPerSale.rounds * bestSales;
  return {
    graphql: rounds("saleRecorded") + processor("saleProcessor", "graphql"),
    // A request of graphql that takes much longer than the others. It reads facts as the reconciliation job does.
    bestSellers: bestRounds * platform.tableRoundMilliseconds + bestSales * processor("sweptFactProcessor", "graphql"),
    socket: rounds("initialised") + processor("queryProcessor", "socket"),
    authorize: platform.tableRoundMilliseconds + processor("queryProcessor", "authorize"),
    book: rounds("saleBookedAlone") + factsOfBatch * processor("bookingProcessor", "book"),
    publish:
      rounds("unheard") +
      publishedShare *
        factsOfBatch *
        (rounds("toOne") + platform.postMilliseconds + processor("postProcessor", "publish")),
    sweep: sweeps.secondsOfRun * 1000,
    reports: Math.min(
      quotas.lambdaSecondsMost * 1000,
      (paths.reportsIdle.rounds + counts.merchants + schedules) * platform.tableRoundMilliseconds,
    ),
    mail: reportRounds * platform.tableRoundMilliseconds + processor("reportProcessor", "mail"),
    web: platform.pageMilliseconds,
  };
}

/** Converts the measured processor time to the processor share of the function's memory. */
export function processorMilliseconds(measured, name, platform) {
  const share = Math.min(1, platform.memoryMegabytes[name] / platform.megabytesOfOneProcessor);
  return (measured * platform.processorFactor) / share;
}

function invocationsOf({ counts, rates, shards, load, clock, quotas }) {
  const perMinute = (minutes) => (load.daysPerMonth * 1440) / minutes;
  const reader = readerInvocationsSecond(rates.factsSecond, shards, quotas.streamPollsSecond) * rates.openSeconds;
  return {
    graphql: counts.httpRequests,
    // Connecting, `connection_init`, subscribing, disconnecting, and the pings in between.
    socket: counts.connections * 4 + counts.pings,
    authorize: counts.connections,
    book: reader,
    publish: reader,
    sweep: perMinute(clock.sweepEveryMinutes),
    reports: perMinute(clock.reportsEveryMinutes),
    mail: counts.reports,
    web: counts.pages,
  };
}

/** Invocations are billed from the first millisecond, including the initialization of a new environment. */
function gigabyteSecondsOf({ counts, invocations, milliseconds, coldStarts, platform, measured }) {
  const longer = { graphql: counts.bestSellers * (milliseconds.bestSellers - milliseconds.graphql) };
  return Object.fromEntries(
    Object.entries(invocations).map(([name, count]) => {
      const cold = (coldStarts[name] ?? 0) * firstMilliseconds(name, measured, platform);
      const seconds = (count * Math.ceil(milliseconds[name]) + cold + (longer[name] ?? 0)) / 1000;
      return [name, (seconds * platform.memoryMegabytes[name]) / 1024];
    }),
  );
}

/** Functions that were not measured are assumed to start like the API. */
export function firstMilliseconds(name, { milliseconds: { first } }, platform) {
  return processorMilliseconds(first[name] ?? first.graphql, name, platform);
}

/** Environments in the busiest minute, each replaced every few hours: those of the API, for which a client waits. */
function coldStartsOf({ load, platform, ...known }) {
  const perDay = load.openHoursPerDay / platform.environmentHours;
  const environments = Math.max(1, Math.ceil(requestsAtOnce({ load, ...known })));
  return { graphql: environments * perDay * load.daysPerMonth };
}

/** Concurrent requests of the API in the busiest minute. */
export function requestsAtOnce({ counts, rates, load, milliseconds }) {
  const bestSellersSecond = counts.bestSellers / rates.openSeconds;
  const others = concurrencyOf(rates.requestsSecond - bestSellersSecond, milliseconds.graphql);
  return (others + concurrencyOf(bestSellersSecond, milliseconds.bestSellers)) * load.peakFactor;
}

/** How many run concurrently. */
export function concurrencyOf(perSecond, milliseconds) {
  return (perSecond * milliseconds) / 1000;
}

/**
 * Lambda's own lines, each function's usage line, and a line per request; scheduled jobs log the usage of each
 * merchant.
 */
function logGigabytesOf({ counts, invocations, measured, platform }) {
  const { requestLine, usageLines } = measured.bytes;
  const all = sum(Object.values(invocations)) * (platform.platformLogBytes + usageLines);
  const byMerchant = (invocations.sweep + invocations.reports) * counts.merchants * usageLines;
  return (all + invocations.graphql * requestLine + byMerchant) / GIGABYTE;
}

export function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
