import { looksPerFact, readUnitsPerListener, saleReadUnits, saleWriteUnits, sum } from "./usage.mjs";

/** The cost of a month's usage by line item, in dollars. */
export function monthlyCost(usage, prices, platform) {
  const writes = writeDollars(sum(Object.values(usage.writeUnits)), prices);
  const lines = [
    line("DynamoDB writes", writes),
    line("DynamoDB reads", readDollars(sum(Object.values(usage.readUnits)), prices)),
    line("  of which reconciliation", readDollars(usage.readUnits.sweeps, prices), true),
    line("  of which start pages", readDollars(usage.readUnits.startPages, prices), true),
    line("DynamoDB storage", usage.storedGigabytes * prices.dynamodb.storageGigabyteMonth),
    line("DynamoDB point-in-time recovery", usage.storedGigabytes * prices.dynamodb.recoveryGigabyteMonth),
    line("DynamoDB streams", 0),
    ...Object.keys(usage.invocations).map((name) =>
      line(`Lambda ${name}`, lambdaDollars(usage.invocations[name], usage.gigabyteSeconds[name], prices)),
    ),
    line("API Gateway HTTP", perMillion(usage.httpRequests, prices.httpApi.requestsMillion)),
    line("API Gateway WebSocket messages", perMillion(usage.socketMessages, prices.webSocketApi.messagesMillion)),
    line(
      "API Gateway WebSocket minutes",
      perMillion(usage.connectionMinutes, prices.webSocketApi.connectionMinutesMillion),
    ),
    line("SQS", perMillion(usage.queueRequests, prices.sqs.requestsMillion)),
    line("SES", mailDollars(usage.mails, usage.mailGigabytes, prices)),
    line("CloudWatch logs", logDollars(usage.logGigabytes, platform.logMonths, prices)),
    line(
      "CloudWatch metrics and alarms",
      usage.metrics * prices.cloudWatch.metricMonth + usage.alarms * prices.cloudWatch.alarmMonth,
    ),
    line("X-Ray", perMillion(usage.traces, prices.cloudWatch.tracesMillion)),
    line("S3", (usage.counts.pages * prices.s3.getsThousand) / 1000),
    line("CloudFront", pageDollars(usage.pageGigabytes, usage.counts.pages, prices)),
    line("Data out", usage.outGigabytes * prices.transfer.outGigabyte),
  ];
  return { lines, total: sum(lines.filter(({ isPart }) => !isPart).map(({ dollars }) => dollars)) };
}

function line(part, dollars, isPart = false) {
  return { part, dollars, ...(isPart ? { isPart } : {}) };
}

function perMillion(count, dollarsPerMillion) {
  return (count / 1e6) * dollarsPerMillion;
}

export function writeDollars(writeUnits, prices) {
  return perMillion(writeUnits, prices.dynamodb.writeUnitsMillion);
}

export function readDollars(readUnits, prices) {
  return perMillion(readUnits, prices.dynamodb.readUnitsMillion);
}

export function lambdaDollars(invocations, gigabyteSeconds, prices) {
  return perMillion(invocations, prices.lambda.requestsMillion) + gigabyteSeconds * prices.lambda.gigabyteSecond;
}

function logDollars(gigabytes, months, prices) {
  return gigabytes * (prices.cloudWatch.logGigabyte + months * prices.cloudWatch.logGigabyteMonth);
}

function mailDollars(mails, gigabytes, prices) {
  return (mails / 1000) * prices.ses.mailsThousand + gigabytes * prices.ses.attachmentGigabyte;
}

/** A page and about nine of its files, most of which the browser caches. */
function pageDollars(gigabytes, pages, prices) {
  return gigabytes * prices.cloudFront.gigabyte + ((pages * 2) / 10_000) * prices.cloudFront.requestsTenThousand;
}

const MILLION = 1e6;

/** A million cash sales of three articles, each booked alone: the marginal cost of selling. */
export function millionSales({ clock, platform }, measured, prices, usage) {
  const { paths, bytes } = measured;
  const gigabytes = (MILLION * (paths.saleRecorded.storedBytes + paths.saleBookedAlone.storedBytes)) / 1e9;
  const lambda = (name) =>
    lambdaDollars(
      MILLION,
      (MILLION * Math.ceil(usage.milliseconds[name]) * platform.memoryMegabytes[name]) / 1024 / 1000,
      prices,
    );
  const logs = (MILLION * (3 * (platform.platformLogBytes + bytes.usageLines) + bytes.requestLine)) / 1e9;
  const lines = [
    line("Write units: recorded and booked", writeDollars(MILLION * saleWriteUnits(measured, 0, 1), prices)),
    line("Read units: request and booking", readDollars(MILLION * saleReadUnits(measured, 0), prices)),
    line("HTTP API request", perMillion(MILLION, prices.httpApi.requestsMillion)),
    line("Lambda graphql", lambda("graphql")),
    line("Lambda book", lambda("book")),
    line(
      "Lambda publish, without subscribers",
      lambda("publish") + readDollars(MILLION * paths.unheard.readUnits, prices),
    ),
    line("Logs", logDollars(logs, platform.logMonths, prices)),
    line("Traces", perMillion(3 * MILLION * platform.tracedShare, prices.cloudWatch.tracesMillion)),
    line("Data out", ((MILLION * platform.answerBytes) / 1e9) * prices.transfer.outGigabyte),
  ];
  const sweep = readDollars(MILLION * looksPerFact(clock) * paths.sweepPerFact.readUnits, prices);
  const monthStored = gigabytes * (prices.dynamodb.storageGigabyteMonth + prices.dynamodb.recoveryGigabyteMonth);
  return {
    lines,
    total: sum(lines.map(({ dollars }) => dollars)),
    sweepLooks: looksPerFact(clock),
    sweep,
    gigabytes,
    monthStored,
  };
}

/** A subscriber of one location during all opening hours who receives each of its sales. */
export function subscriberMonth({ load, clock, platform }, measured, prices, usage) {
  const { paths } = measured;
  const hours = load.subscriberHoursPerDay * load.daysPerMonth;
  const events = (usage.counts.sales / usage.counts.locations / load.daysPerMonth / load.openHoursPerDay) * hours;
  const pings = (hours * 3600) / clock.pingSeconds;
  const bestSellers = Math.min(events, (hours * 3600) / clock.bestSellersEverySeconds);
  const salesOfDay = usage.counts.sales / usage.counts.locations / load.daysPerMonth;
  const bestUnits =
    paths.bestSellersFixed.readUnits + paths.bestSellersPerSale.readUnits * salesOfDay * clock.bestSellersDays;
  const queries = events * clock.homeQueriesPerEvent;
  const graphql = (count, milliseconds) =>
    lambdaDollars(count, (count * milliseconds * platform.memoryMegabytes.graphql) / 1024 / 1000, prices);
  return {
    connection: perMillion(hours * 60, prices.webSocketApi.connectionMinutesMillion),
    messages: perMillion(events + pings * 2, prices.webSocketApi.messagesMillion),
    delivery: readDollars(events * readUnitsPerListener(measured), prices),
    startPage:
      readDollars(events * paths.homeRefreshed.readUnits + bestSellers * bestUnits, prices) +
      graphql(queries, usage.milliseconds.graphql) +
      graphql(bestSellers, usage.milliseconds.bestSellers) +
      perMillion(queries + bestSellers, prices.httpApi.requestsMillion),
  };
}

/** One daily report of one location, to its recipients. */
export function oneReport({ load, platform }, measured, prices, usage) {
  const { paths, bytes } = measured;
  const salesOfDay = usage.counts.sales / usage.counts.locations / load.daysPerMonth;
  const reads = paths.reportFixed.readUnits + paths.reportSent.readUnits + paths.reportPerSale.readUnits * salesOfDay;
  return (
    readDollars(reads, prices) +
    writeDollars(paths.reportSent.writeUnits, prices) +
    lambdaDollars(1, (usage.milliseconds.mail * platform.memoryMegabytes.mail) / 1024 / 1000, prices) +
    perMillion(3, prices.sqs.requestsMillion) +
    mailDollars(load.recipientsPerReport, (load.recipientsPerReport * bytes.reportMail) / 1e9, prices)
  );
}
