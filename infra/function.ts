import { bundleOf } from "./bundles";
import type { Grant } from "./grants";
import { prefix, settings } from "./settings";

export interface Worker {
  readonly fn: sst.aws.Function;
  /** What calls it: the alias `live` where versions are kept, else the function itself. */
  readonly arn: $util.Output<string>;
}

export interface WorkerOptions {
  /** CPU comes with memory: 1769 MB are one core. */
  readonly memory: `${number} MB`;
  readonly timeoutSeconds: number;
  readonly environment?: { readonly [name: string]: $util.Input<string> };
  readonly grants?: readonly Grant[];
  /** Every release becomes a version, and the alias `live` says which of them serves. */
  readonly versions?: boolean;
}

/** Every function by its name, for whoever watches them all. */
export const workers: { [name: string]: Worker } = {};

/**
 * One function on Lambda: arm64, lines as JSON, traced, and allowed what is named here. Nothing is linked, since a link grants
 * every action there is on what it links to.
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
      // SST adds a key for values that it would encrypt; there are none, and a secret has no place in the environment.
      function: { environment: { variables: environment }, tracingConfig: { mode: "Active" } },
      role: lambdaRole,
    },
  });
  const made = { fn, arn: versions ? liveAlias(name, fn).arn : fn.arn };
  workers[name] = made;
  return made;
}

/** SST's own would let the whole account take the role, and write to every log there is. */
export const lambdaRole = {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [],
};

/** X-Ray has no resources to name. */
export function watched(group: aws.cloudwatch.LogGroup): Grant[] {
  return [
    { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [$interpolate`${group.arn}:*`] },
    { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: ["*"] },
  ];
}

/** The newest version serves, unless the settings hold an older one: then the newest gets the share that they say. */
function liveAlias(name: string, fn: sst.aws.Function): aws.lambda.Alias {
  const { version } = fn.nodes.function;
  const steady = settings.steadyVersions[name];
  const weight = settings.canaryPercent / 100;
  return new aws.lambda.Alias(`${name}Live`, {
    name: "live",
    functionName: fn.name,
    functionVersion: steady ?? version,
    // What a release did not change has no newer version to share with.
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
