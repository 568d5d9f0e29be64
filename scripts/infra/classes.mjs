import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../prepare.mjs";
import { NEEDS, SITE } from "./needs.mjs";

/**
 * The checks of every stage, class by class. Each check returns problems, and each class has a realistic error: `plant`
 * makes it in a copy of the evaluated stage, and the check must find it.
 */
export const CLASSES = {
  keys: {
    check: ({ one }) =>
      ["TableTable", "RealtimeTable"].flatMap((name) => {
        const table = one("dynamodb Table", name);
        return [
          ...differs(`${name} keys`, [table.hashKey, table.rangeKey], ["pk", "sk"]),
          ...differs(`${name} expiry`, table.ttl, { attributeName: "ttl", enabled: true }),
          ...differs(`${name} billing`, table.billingMode, "PAY_PER_REQUEST"),
        ];
      }),
    planted: "the realtime table without a sort key",
    plant: ({ one }) => delete one("dynamodb Table", "RealtimeTable").rangeKey,
  },

  indexes: {
    check: ({ one }) => [
      ...differs(
        "indexes of the table",
        (one("dynamodb Table", "TableTable").globalSecondaryIndexes ?? []).map((index) => [
          ...[index.name, index.hashKey, index.rangeKey, index.projectionType],
        ]),
        [
          ["gsi1", "gsi1pk", "gsi1sk", "KEYS_ONLY"],
          ["gsi2", "gsi2pk", "gsi2sk", "KEYS_ONLY"],
        ],
      ),
      ...differs(
        "indexes of the realtime table",
        one("dynamodb Table", "RealtimeTable").globalSecondaryIndexes ?? [],
        [],
      ),
    ],
    planted: "an index that holds whole items",
    plant: ({ one }) => (one("dynamodb Table", "TableTable").globalSecondaryIndexes[0].projectionType = "ALL"),
  },

  streams: {
    check: ({ one }) => [
      ...differs("stream of the table", one("dynamodb Table", "TableTable").streamViewType, "NEW_AND_OLD_IMAGES"),
      ...differs("stream of the realtime table", one("dynamodb Table", "RealtimeTable").streamEnabled ?? false, false),
    ],
    planted: "a stream that carries keys only",
    plant: ({ one }) => (one("dynamodb Table", "TableTable").streamViewType = "KEYS_ONLY"),
  },

  recovery: {
    check: ({ one }) =>
      differs("recovery of the table", one("dynamodb Table", "TableTable").pointInTimeRecovery?.enabled, true),
    planted: "a table that cannot be restored",
    plant: ({ one }) => (one("dynamodb Table", "TableTable").pointInTimeRecovery.enabled = false),
  },

  "deletion protection": {
    check: ({ one, isProduction }) =>
      ["TableTable", "RealtimeTable"].flatMap((name) =>
        differs(`protection of ${name}`, one("dynamodb Table", name).deletionProtectionEnabled ?? false, isProduction),
      ),
    planted: "a table that is protected where it should not, or not where it should",
    plant: ({ one, isProduction }) => (one("dynamodb Table", "TableTable").deletionProtectionEnabled = !isProduction),
  },

  "retention by stage": {
    check: ({ app, all, isProduction }) => [
      ...differs("removal", app.removal, isProduction ? "retain" : "remove"),
      ...differs("protect", app.protect ?? false, isProduction),
      ...all("s3 Bucket")
        .filter(({ name }) => OUR_BUCKETS.includes(name))
        .flatMap(({ name, inputs }) => differs(`${name} emptied on removal`, inputs.forceDestroy, !isProduction)),
    ],
    planted: "a stage that goes the other way when it is removed",
    plant: ({ app }) => (app.removal = app.removal === "retain" ? "remove" : "retain"),
  },

  encryption: {
    check: ({ one, all }) => [
      ...["TableTable", "RealtimeTable"].flatMap((name) =>
        differs(`encryption of ${name}`, one("dynamodb Table", name).serverSideEncryption?.enabled, true),
      ),
      ...all("sqs Queue").flatMap(({ name, inputs }) =>
        differs(`encryption of ${name}`, inputs.sqsManagedSseEnabled, true),
      ),
      ...OUR_BUCKETS.flatMap((name) => {
        const rules =
          one("s3 BucketServerSideEncryptionConfiguration", name.replace("Bucket", "Encryption")).rules ?? [];
        return differs(`encryption of ${name}`, rules[0]?.applyServerSideEncryptionByDefault?.sseAlgorithm, "AES256");
      }),
    ],
    planted: "a queue in the clear",
    plant: ({ all }) => (all("sqs Queue")[0].inputs.sqsManagedSseEnabled = false),
  },

  "public access": {
    check: ({ all, one }) => [
      ...all("s3 Bucket").flatMap(({ name }) => {
        const block = one("s3 BucketPublicAccessBlock", name.replace(/Bucket$/, "PublicAccessBlock"));
        const flags = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
        return flags.flatMap((flag) => differs(`${name} ${flag}`, block[flag], true));
      }),
      ...all("s3 Bucket").flatMap(({ name }) => {
        const { Statement = [] } = JSON.parse(one("s3 BucketPolicy", name.replace(/Bucket$/, "Policy")).policy ?? "{}");
        const isTls = Statement.some(
          (each) => each.Effect === "Deny" && each.Condition?.Bool?.["aws:SecureTransport"]?.[0] === "false",
        );
        return isTls ? [] : [`${name} may be reached without TLS`];
      }),
      ...all("lambda FunctionUrl").flatMap(({ name, inputs }) =>
        differs(`${name} authorization`, inputs.authorizationType, "AWS_IAM"),
      ),
      ...all("lambda Permission")
        .filter(({ inputs }) => inputs.principal === "*")
        .map(({ name }) => `${name} lets anybody call`),
    ],
    planted: "a bucket whose policy may make it public",
    plant: ({ all }) => (all("s3 BucketPublicAccessBlock")[0].inputs.blockPublicPolicy = false),
  },

  "bucket keeping": {
    check: ({ one }) => [
      ...["Images", "Reports", "Failures"].flatMap((name) =>
        differs(
          `versions of ${name}`,
          one("s3 BucketVersioning", `${name}Versioning`).versioningConfiguration?.status,
          "Enabled",
        ),
      ),
      ...OUR_BUCKETS.flatMap((name) => {
        const [rule] = one("s3 BucketLifecycleConfiguration", name.replace("Bucket", "Lifecycle")).rules ?? [];
        return rule?.status === "Enabled" ? [] : [`${name} has no rule for what is old`];
      }),
    ],
    planted: "failed batches of which an overwritten one is lost",
    plant: ({ one }) => (one("s3 BucketVersioning", "FailuresVersioning").versioningConfiguration.status = "Suspended"),
  },

  routes: {
    check: ({ all, one }) => {
      const routes = all("apigatewayv2 Route").map(({ inputs }) =>
        [inputs.routeKey, inputs.authorizationType].join(" "),
      );
      const wanted = [
        ...["GET /graphql NONE", "GET /health NONE", "OPTIONS /graphql NONE", "POST /graphql NONE"],
        ...["$connect CUSTOM", "$default NONE", "$disconnect NONE"],
      ];
      const authorizer = one("apigatewayv2 Authorizer", "SocketsAuthorizer");
      const stage = one("apigatewayv2 Stage", "SocketsStage");
      return [
        ...differs("routes", routes.sort(), wanted.sort()),
        ...differs(
          "who authorizes",
          [authorizer.authorizerType, authorizer.identitySources ?? null],
          ["REQUEST", null],
        ),
        ...differs("the function that authorizes", authorizer.authorizerUri?.includes("-authorize/"), true),
        ...differs("the socket's path", stage.name, "live"),
      ];
    },
    planted: "a socket that anybody opens",
    plant: ({ all }) => {
      all("apigatewayv2 Route").find(({ inputs }) => inputs.routeKey === "$connect").inputs.authorizationType = "NONE";
    },
  },

  "throttling and access logs": {
    check: ({ all }) =>
      all("apigatewayv2 Stage").flatMap(({ name, inputs }) => [
        ...(inputs.defaultRouteSettings?.throttlingRateLimit > 0 ? [] : [`${name} lets through whatever comes`]),
        ...(inputs.accessLogSettings?.destinationArn ? [] : [`${name} writes no access log`]),
      ]),
    planted: "an API without a limit",
    plant: ({ all }) => delete all("apigatewayv2 Stage")[0].inputs.defaultRouteSettings,
  },

  environment: {
    check: ({ functions, all }) => {
      const hasSender = all("sesv2 EmailIdentity").length > 0;
      const known = namesInSettings();
      return Object.entries(NEEDS).flatMap(([name, { environment, environmentWithSender = [] }]) => {
        const variables = functions[name]?.environment?.variables ?? {};
        const wanted = [...environment, ...(hasSender ? environmentWithSender : [])];
        return [
          ...differs(
            `environment of ${name}`,
            Object.keys(variables).sort((a, b) => (a < b ? -1 : 1)),
            wanted.sort(),
          ),
          ...wanted.filter((each) => !variables[each]).map((each) => `${name} is told nothing by ${each}`),
          ...Object.keys(variables)
            .filter((each) => !known.has(each))
            .map((each) => `settings.ts does not read ${each}`),
        ];
      });
    },
    planted: "a misspelt variable",
    plant: ({ functions }) => {
      const { variables } = functions.publish.environment;
      variables.POS_REALTIME_TABEL = variables.POS_REALTIME_TABLE;
      delete variables.POS_REALTIME_TABLE;
    },
  },

  "no secrets in the environment": {
    check: ({ functions }) =>
      Object.entries(functions).flatMap(([name, { environment }]) =>
        Object.entries(environment?.variables ?? {})
          // SST's own, for values encrypted beside the code: there are none.
          .filter(([variable]) => !(name in SITE && variable.startsWith("SST_")))
          .filter(
            ([variable, value]) =>
              /SECRET|PASSWORD|TOKEN|SMTP_URL|_KEY$/.test(variable) ||
              /:[^:/@\s]+@|^[A-Za-z0-9+/]{40,}={0,2}$/.test(value),
          )
          .map(([variable]) => `${name} is told a secret by ${variable}`),
      ),
    planted: "a mail server's password",
    plant: ({ functions }) => (functions.mail.environment.variables.SMTP_URL = "smtps://pos:hunter2@mail.shop.example"),
  },

  "memory and architecture": {
    check: ({ functions }) => [
      ...differs(
        "functions",
        Object.keys(functions).sort((a, b) => (a < b ? -1 : 1)),
        [...Object.keys(NEEDS), ...Object.keys(SITE)].sort(),
      ),
      ...Object.entries(functions).flatMap(([name, made]) => [
        ...differs(`${name} runs on`, [made.architectures, made.runtime], [["arm64"], "nodejs24.x"]),
        ...differs(`memory of ${name}`, made.memorySize, (NEEDS[name] ?? SITE[name])?.memory),
        ...(name in NEEDS ? differs(`time of ${name}`, made.timeout, NEEDS[name].seconds) : []),
      ]),
    ],
    planted: "a function on the other kind of processor",
    plant: ({ functions }) => (functions.book.architectures = ["x86_64"]),
  },

  "logs and tracing": {
    check: ({ functions, all, stage }) => [
      ...Object.entries(functions).flatMap(([name, made]) => [
        ...differs(`tracing of ${name}`, made.tracingConfig?.mode, "Active"),
        ...differs(`log of ${name}`, made.loggingConfig?.logFormat, "JSON"),
      ]),
      ...all("cloudwatch LogGroup").flatMap(({ name, inputs }) =>
        differs(`days of ${name}`, inputs.retentionInDays, { production: 90, staging: 30 }[stage] ?? 7),
      ),
    ],
    planted: "a log that is kept for ever",
    plant: ({ all }) => delete all("cloudwatch LogGroup")[0].inputs.retentionInDays,
  },

  policies: {
    check: (view) => Object.entries(NEEDS).flatMap(([name, needs]) => policyProblems(view, name, needs)),
    planted: "a foreign table that a function may write to",
    plant: ({ roleOf }) =>
      widen(roleOf("publish"), ["dynamodb:PutItem"], "arn:aws:dynamodb:eu-central-1:123456789012:table/Payroll"),
  },

  "missing grants": {
    check: (view) => Object.entries(NEEDS).flatMap(([name, needs]) => policyProblems(view, name, needs)),
    planted: "a booking that may not write",
    plant: ({ roleOf }) => {
      const [inline] = roleOf("book").inlinePolicies;
      inline.policy = inline.policy.replace(',"dynamodb:PutItem"', "");
    },
  },

  "no wildcards": {
    check: ({ all }) =>
      all("iam Role").flatMap(({ name, inputs }) => [
        ...(inputs.inlinePolicies ?? [])
          .flatMap(({ policy }) => JSON.parse(policy).Statement)
          .flatMap(({ Action, Resource }) => [
            ...Action.filter((action) => action.includes("*")).map((action) => `${name} may ${action}`),
            ...(Resource.includes("*") && !Action.every((action) => action.startsWith("xray:"))
              ? [`${name} may ${Action} on anything`]
              : []),
          ]),
        ...(inputs.managedPolicyArns ?? [])
          .filter((arn) => !arn.endsWith("AmazonAPIGatewayPushToCloudWatchLogs"))
          .map((arn) => `${name} has ${arn}`),
        ...(/:root|"AWS"/.test(JSON.stringify(inputs.assumeRolePolicy))
          ? [`${name} may be taken by the whole account`]
          : []),
      ]),
    planted: "every action there is on the table",
    plant: ({ roleOf }) =>
      widen(roleOf("reports"), ["dynamodb:*"], "arn:aws:dynamodb:eu-central-1:123456789012:table/TableTable"),
  },

  "event sources": {
    check: ({ all }) => {
      const ofStream = all("lambda EventSourceMapping").filter(({ inputs }) =>
        inputs.eventSourceArn.includes("/stream/"),
      );
      return [
        ...differs("readers of the stream", ofStream.map(({ name }) => name).sort(), ["bookMapping", "publishMapping"]),
        ...differs("readers of queues", all("lambda EventSourceMapping").length - ofStream.length, 1),
        ...ofStream.flatMap(({ name, inputs }) => [
          ...differs(`${name} begins`, inputs.startingPosition, "TRIM_HORIZON"),
          ...differs(`${name} halves`, inputs.bisectBatchOnFunctionError, true),
          ...(inputs.maximumRetryAttempts >= 1 && inputs.maximumRetryAttempts <= 20 ? [] : [`${name} tries for ever`]),
          ...(inputs.maximumRecordAgeInSeconds > 0 && inputs.maximumRecordAgeInSeconds < 86_400
            ? []
            : [`${name} keeps a batch past the stream`]),
        ]),
        ...all("lambda EventSourceMapping").flatMap(({ name, inputs }) =>
          differs(`${name} answers`, inputs.functionResponseTypes, ["ReportBatchItemFailures"]),
        ),
      ];
    },
    planted: "a reader that begins at the newest change",
    plant: ({ all }) => (mappingOf(all, "bookMapping").startingPosition = "LATEST"),
  },

  filters: {
    check: ({ all }) =>
      Object.entries(FILTERS).flatMap(([name, wanted]) => {
        const patterns = (mappingOf(all, name)?.filterCriteria?.filters ?? []).map(({ pattern }) =>
          JSON.parse(pattern),
        );
        return differs(`filter of ${name}`, patterns, [wanted]);
      }),
    planted: "a booking that is called for chunks of facts as well",
    plant: ({ all }) => {
      const [filter] = mappingOf(all, "bookMapping").filterCriteria.filters;
      filter.pattern = filter.pattern.replace('["FACT"]', '[{"prefix":"FA"}]');
    },
  },

  "failure destinations": {
    check: ({ all, one, functions }) => {
      const queue = one("sqs Queue", "MailQueueQueue");
      const redrive = JSON.parse(queue.redrivePolicy ?? "{}");
      return [
        ...["bookMapping", "publishMapping"].flatMap((name) => {
          const target = mappingOf(all, name)?.destinationConfig?.onFailure?.destinationArn ?? "";
          return target.startsWith("arn:aws:s3:::") && target.includes("failures")
            ? []
            : [`${name} puts nothing aside`];
        }),
        ...(String(redrive.deadLetterTargetArn).endsWith("/MailDeadQueue") && redrive.maxReceiveCount > 1
          ? []
          : ["mails that fail are tried for ever"]),
        ...(queue.visibilityTimeoutSeconds >= 6 * functions.mail?.timeout
          ? []
          : ["a mail is handed out while it is worked on"]),
      ];
    },
    planted: "a reader whose failures go nowhere",
    plant: ({ all }) => delete mappingOf(all, "publishMapping").destinationConfig,
  },

  schedules: {
    check: ({ all }) =>
      differs(
        "schedules",
        all("scheduler Schedule")
          .map(({ inputs }) =>
            [inputs.target.arn.split("-").at(-1), inputs.scheduleExpression, inputs.state ?? "ENABLED"].join(" "),
          )
          .sort(),
        ["reports rate(5 minutes) ENABLED", "sweep rate(5 minutes) ENABLED"],
      ),
    planted: "a sweep once a day",
    plant: ({ all }) =>
      (all("scheduler Schedule").find(({ name }) => name === "sweepClock").inputs.scheduleExpression = "rate(1 day)"),
  },

  alarms: {
    check: ({ alarms, functions, all, stage }) => {
      const names = new Set(alarms.map(({ short }) => short));
      const wanted = [
        ...Object.keys(functions).flatMap((name) => ["errors", "throttles", "slow"].map((kind) => `${name}-${kind}`)),
        ...["book", "publish"].flatMap((name) => ["behind", "given-up", "dropped"].map((kind) => `${name}-${kind}`)),
        ...[
          "sweep-silent",
          "reports-silent",
          "mail-dead",
          "mail-waiting",
          "mail-bounces",
          "api-faults",
          "socket-faults",
        ],
        ...["table", "realtime"].flatMap((name) => ["reads", "writes"].map((kind) => `${name}-${kind}-throttled`)),
        ...["unbooked-facts", "unbookable-facts", "booking-failures", "mail-failures", "unreconciled-reports"],
      ];
      const queues = alarms.flatMap(({ dimensions }) => dimensions?.QueueName ?? []);
      const owned = alarms.filter(({ namespace }) => namespace === "pos");
      const counted = metricsInCode();
      return [
        ...wanted.filter((name) => !names.has(name)).map((name) => `there is no alarm ${name}`),
        ...all("sqs Queue")
          .filter(({ inputs, name }) => !queues.some((queue) => queue === inputs.name || queue.includes(name)))
          .map(({ name }) => `nobody watches the queue ${name}`),
        ...alarms
          .filter(({ alarmActions = [] }) => alarmActions.length === 0)
          .map(({ short }) => `${short} tells nobody`),
        ...owned
          .filter(({ metricName }) => !counted.has(metricName))
          .map(({ metricName }) => `no function counts ${metricName}`),
        ...owned
          .filter(({ dimensions }) => dimensions.stage !== stage || !(dimensions.service in NEEDS))
          .map(({ short }) => `${short} watches what nobody writes`),
        ...(stage in { production: 1, staging: 1 } && all("sns TopicSubscription").length === 0
          ? ["nobody is told of alarms"]
          : []),
      ];
    },
    planted: "a function whose errors nobody hears of",
    plant: ({ alarms }) =>
      alarms.splice(
        alarms.findIndex(({ short }) => short === "mail-errors"),
        1,
      ),
  },

  runbook: {
    check: ({ alarms }) => {
      const headings = readFileSync(join(root, "docs/runbook.md"), "utf8").match(/^#{2,4} .*$/gm) ?? [];
      const named = new Set(
        headings.flatMap((heading) => [...heading.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name)),
      );
      return alarms
        .filter(({ short }) => !named.has(short))
        .map(({ short }) => `docs/runbook.md has no section for ${short}`);
    },
    planted: "an alarm that the runbook does not know",
    plant: ({ alarms }) => alarms.push({ short: "till-on-fire" }),
  },

  "dashboard and budget": {
    check: ({ one, stage }) => {
      const { widgets = [] } = JSON.parse(one("cloudwatch Dashboard", "Overview").dashboardBody ?? "{}");
      const { limitAmount, notifications = [] } = one("budgets Budget", "Budget");
      return [
        ...(widgets.length >= 6 ? [] : ["the dashboard shows next to nothing"]),
        ...(Number(limitAmount) > 0 ? [] : ["there is no budget"]),
        ...(stage in { production: 1, staging: 1 } && notifications.length < 2 ? ["the budget tells nobody"] : []),
      ];
    },
    planted: "a stage without a budget",
    plant: ({ one }) => (one("budgets Budget", "Budget").limitAmount = "0"),
  },

  "versions to roll back to": {
    check: ({ all, functions }) => [
      ...["graphql", "book"].flatMap((name) => [
        ...differs(`versions of ${name}`, functions[name]?.publish, true),
        ...differs(
          `alias of ${name}`,
          all("lambda Alias").find((each) => each.name === `${name}Live`)?.inputs.name,
          "live",
        ),
      ]),
      ...all("apigatewayv2 Integration")
        .filter(({ inputs }) => /-graphql/.test(inputs.integrationUri) && !/-graphql:live$/.test(inputs.integrationUri))
        .map(({ name }) => `${name} passes the alias by`),
      ...(mappingOf(all, "bookMapping")?.functionName?.endsWith(":live")
        ? []
        : ["the stream passes the alias of book by"]),
    ],
    planted: "a stream that calls the newest code whatever the alias says",
    plant: ({ all }) =>
      (mappingOf(all, "bookMapping").functionName = "arn:aws:lambda:eu-central-1:123456789012:function:pos-book"),
  },

  "one origin": {
    check: ({ all }) => {
      const origins = all("apigatewayv2 Api").filter(
        ({ inputs }) => inputs.corsConfiguration !== undefined && Object.keys(inputs.corsConfiguration).length > 0,
      );
      const routed = all("sst:aws:RouterUrlRoute")
        .map(({ name }) => name.replace("EdgeRoute", ""))
        .sort();
      return [
        ...origins.map(({ name }) => `${name} answers pages of other origins`),
        ...differs("what CloudFront hands to the APIs", routed, ["/graphql", "/health", "/live"]),
      ];
    },
    planted: "a page of another's that may read the API",
    plant: ({ one }) => (one("apigatewayv2 Api", "ApiApi").corsConfiguration = { allowOrigins: ["*"] }),
  },

  "bundle sizes": {
    check: ({ bundles }) =>
      Object.entries(NEEDS).flatMap(([name, { bytes }]) => {
        const size = bundles[`${name.charAt(0).toUpperCase()}${name.slice(1)}Worker`];
        return size > 0 && size <= bytes ? [] : [`${name} has ${size} bytes of at most ${bytes}`];
      }),
    planted: "a stream reader that brings the GraphQL server along",
    plant: ({ bundles }) => (bundles.BookWorker = bundles.GraphqlWorker),
  },
};

const OUR_BUCKETS = ["ImagesBucket", "ExportsBucket", "ReportsBucket", "FailuresBucket"];

const FILTERS = {
  bookMapping: { eventName: ["INSERT"], dynamodb: { Keys: { sk: { S: [wordInCode("FACT_SK")] } } } },
  publishMapping: {
    eventName: ["INSERT"],
    dynamodb: { Keys: { sk: { S: [{ prefix: wordInCode("ENTRY_SK_PREFIX") }] } } },
  },
};

/** The string literal in the code, so that a filter with another one is found. */
function wordInCode(name) {
  const text = readFileSync(join(root, "packages/core/src/ledger/fact.ts"), "utf8");
  return new RegExp(`export const ${name} = "([^"]+)"`).exec(text)?.[1];
}

function namesInSettings() {
  const text = readFileSync(join(root, "packages/functions/src/platform/settings.ts"), "utf8");
  return new Set(
    [...text.matchAll(/(?:valueFor|required|readSwitch)\(environment, "([A-Z_]+)"\)/g)].map(([, name]) => name),
  );
}

function metricsInCode() {
  const text = readFileSync(join(root, "packages/functions/src/lambda/observe/observe.ts"), "utf8");
  const union = /^export type Metric =([^;=]+);/m.exec(text)?.[1] ?? "";
  return new Set([...union.matchAll(/"(\w+)"/g)].map(([, name]) => name));
}

function mappingOf(all, name) {
  return all("lambda EventSourceMapping").find((mapping) => mapping.name === name)?.inputs;
}

function widen({ inlinePolicies }, Action, resource) {
  const policy = JSON.parse(inlinePolicies[0].policy);
  policy.Statement.push({ Effect: "Allow", Action, Resource: [resource] });
  inlinePolicies[0].policy = JSON.stringify(policy);
}

/** Compares both ways: permissions granted but not needed, needed but not granted, and missing key conditions. */
function policyProblems({ statementsOf, all }, name, { grants, grantsWithSender = {} }) {
  const hasSender = all("sesv2 EmailIdentity").length > 0;
  const wanted = Object.entries({ ...grants, ...(hasSender ? grantsWithSender : {}) }).flatMap(
    ([place, { actions, keys }]) => actions.map((action) => lineOf(action, place, keys)),
  );
  const granted = statementsOf(name)
    .filter(({ Action }) => !Action.every((action) => /^(logs|xray):/.test(action)))
    .flatMap(({ Action, Resource, Condition = {} }) =>
      Resource.flatMap((arn) =>
        Action.map((action) =>
          lineOf(action, placeOf(arn), Condition["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"]),
        ),
      ),
    );
  const logs = statementsOf(name).filter(({ Action }) => Action.every((action) => action.startsWith("logs:")));
  return [
    ...[...new Set(granted)]
      .filter((line) => !wanted.includes(line))
      .map((line) => `${name} may ${line}, and need not`),
    ...wanted.filter((line) => !granted.includes(line)).map((line) => `${name} may not ${line}`),
    ...(logs.length === 1 && logs[0].Resource.every((arn) => arn.includes(`/${name}Log:`))
      ? []
      : [`${name} writes to another's log`]),
  ];
}

function lineOf(action, place, keys = []) {
  return [action, place, ...[...keys].sort()].join(" ");
}

/** The name of an ARN's resource in these checks. */
function placeOf(arn) {
  if (/:identity\/|:configuration-set\//.test(arn)) return "sender";
  if (/@connections/.test(arn)) return "sockets";
  const names = /** @type {[RegExp, string][]} */ ([
    [/:table\/TableTable\/stream\//, "table/stream"],
    [/^.*:table\/TableTable/, "table"],
    [/^.*:table\/RealtimeTable/, "realtime"],
    [/^.*:queue\/MailQueueQueue/, "mailQueue"],
    [/^arn:aws:s3:::pos-\w+-failuresbucket/, "failures"],
  ]);
  const [pattern, word] = names.find(([each]) => each.test(arn)) ?? [/$^/, arn];
  return word === "table/stream" ? word : arn.replace(pattern, word);
}

function differs(what, have, wanted) {
  return JSON.stringify(have) === JSON.stringify(wanted)
    ? []
    : [`${what}: ${JSON.stringify(have)} instead of ${JSON.stringify(wanted)}`];
}
