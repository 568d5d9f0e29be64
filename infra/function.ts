import { bundleOf } from "./bundles";
import type { Grant } from "./grants";
import { prefix, settings } from "./settings";

export interface Worker {
  readonly fn: sst.aws.Function;
  /** The ARN to invoke: the alias `live` if versions are kept, else the function. */
  readonly arn: $util.Output<string>;
}

export interface WorkerOptions {
  /** CPU is proportional to memory: 1769 MB are one core. */
  readonly memory: `${number} MB`;
  readonly timeoutSeconds: number;
  readonly environment?: { readonly [name: string]: $util.Input<string> };
  readonly grants?: readonly Grant[];
  /** Publishes a version for every release; the alias `live` selects the version that serves. */
  readonly versions?: boolean;
}

/** All functions by name, for alarms and the overview. */
export const workers: { [name: string]: Worker } = {};

/**
 * A function on Lambda: arm64, JSON log lines, traced, with exactly the permissions listed here. SST links are not
 * used, because a link grants every action on its target.
 */
export function worker(name: string, options: WorkerOptions): Worker {
  const { memory, timeoutSeconds, environment = {}, grants = [], versions = false } = options;
  const group = new aws.cloudwatch.LogGroup(`${name}Log`, {
    name: `/aws/lambda/${prefix}-${name}`,
    retentionInDays: settings.logDays,
  });
  const fn = new sst.aws.Function(`${titled(name)}Worker`, {
    name: `${prefix}-${name}`,
    bundle: bundleOf(name),
    handler: "index.handler",
    runtime: "nodejs24.x",
    architecture: "arm64",
    memory,
    timeout: `${timeoutSeconds} seconds`,
    logging: { format: "json", logGroup: group.name },
    versioning: versions,
    permissions: [...grants, ...watched(group)],
    transform: {
      // SST adds a key for encrypted values; there are none, and secrets must not be in the environment.
      function: { environment: { variables: environment }, tracingConfig: { mode: "Active" } },
      role: lambdaRole,
    },
  });
  const made = { fn, arn: versions ? liveAlias(name, fn).arn : fn.arn };
  workers[name] = made;
  return made;
}

/** SST's default would let the whole account assume the role and write to every log group. */
export const lambdaRole = {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [],
};

/** X-Ray has no resource-level permissions. */
export function watched(group: aws.cloudwatch.LogGroup): Grant[] {
  return [
    { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [$interpolate`${group.arn}:*`] },
    { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: ["*"] },
  ];
}

/**
 * Routes to the newest version. If the settings name an older version, that one serves, and the newest gets the
 * configured share of traffic.
 */
function liveAlias(name: string, fn: sst.aws.Function): aws.lambda.Alias {
  const { version } = fn.nodes.function;
  const steady = settings.steadyVersions[name];
  const weight = settings.canaryPercent / 100;
  return new aws.lambda.Alias(`${name}Live`, {
    name: "live",
    functionName: fn.name,
    functionVersion: steady ?? version,
    // A function that the release did not change has no newer version.
    ...(steady === undefined || weight === 0
      ? {}
      : {
          routingConfig: version.apply((newest) => ({
            additionalVersionWeights: newest === steady ? {} : { [newest]: weight },
          })),
        }),
  });
}

function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
