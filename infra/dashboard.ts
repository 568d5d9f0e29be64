import { api } from "./api";
import { workers } from "./function";
import { mailDeadQueue, mailQueue } from "./queues";
import { prefix, region } from "./settings";
import { table } from "./table";

/** Overview: sales, bookings, waiting requests, failures. */
const functions = [...Object.keys(workers), "dashboard"];

const body = $util
  .all([region, table.name, api.nodes.api.id, mailQueue.nodes.queue.name, mailDeadQueue.nodes.queue.name])
  .apply(([regionName, tableName, apiId, queueName, deadName]) => {
    const ofEach = (metric: string, stat: string) =>
      functions.map((name) => ["AWS/Lambda", metric, "FunctionName", `${prefix}-${name}`, { stat, label: name }]);
    const own = (service: string, metric: string) => ["pos", metric, "service", service, "stage", $app.stage];
    const graphs: readonly (readonly [title: string, stat: string, metrics: readonly unknown[]])[] = [
      ["Sales recorded, facts booked", "Sum", [own("graphql", "SalesRecorded"), own("book", "FactsBooked")]],
      [
        "Behind the table (ms)",
        "Maximum",
        ["book", "publish"].map((name) => ["AWS/Lambda", "IteratorAge", "FunctionName", `${prefix}-${name}`]),
      ],
      ["Errors", "Sum", ofEach("Errors", "Sum")],
      ["Time of 99 in 100 (ms)", "p99", ofEach("Duration", "p99")],
      ["Invocations", "Sum", ofEach("Invocations", "Sum")],
      ["HTTP API", "Sum", ["Count", "4xx", "5xx"].map((metric) => ["AWS/ApiGateway", metric, "ApiId", apiId])],
      [
        "Units of the table",
        "Sum",
        ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits"].map((metric) => [
          "AWS/DynamoDB",
          metric,
          "TableName",
          tableName,
        ]),
      ],
      [
        "Mail queue and what failed",
        "Maximum",
        [queueName, deadName].map((name) => ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", name]),
      ],
      [
        "What should be nothing",
        "Sum",
        [
          own("sweep", "UnbookedFacts"),
          own("sweep", "UnbookableFacts"),
          own("book", "BookingFailures"),
          own("mail", "UnreconciledReports"),
        ],
      ],
    ];
    const widgets = graphs.map(([title, stat, metrics], index) => ({
      type: "metric",
      width: 8,
      height: 6,
      x: (index % 3) * 8,
      y: Math.floor(index / 3) * 6,
      properties: { title, stat, metrics, period: 300, region: regionName, view: "timeSeries" },
    }));
    return JSON.stringify({ widgets });
  });

new aws.cloudwatch.Dashboard("Overview", { dashboardName: prefix, dashboardBody: body });
