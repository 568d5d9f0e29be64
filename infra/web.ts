import { api } from "./api";
import { lambdaRole, watched } from "./function";
import { STAGE, sockets } from "./realtime";
import { prefix, settings } from "./settings";

/**
 * One domain in front of everything, so that the page, the API and the socket share one origin and one session cookie.
 * The requested host is passed as x-forwarded-host, because each origin requires a host of its own.
 */
export const edge = new sst.aws.Router("Edge", {
  ...(settings.domain === undefined ? {} : { domain: settings.domain }),
  // The dashboard's function accepts requests from CloudFront only.
  protection: "oac",
});

// Longer than the function's timeout, so that its own response arrives.
edge.route("/graphql", api.url, { readTimeout: "30 seconds" });
edge.route("/health", api.url);
edge.route(
  `/${STAGE}`,
  sockets.url.apply((url) => new URL(url.replace("wss:", "https:")).origin),
);

const log = new aws.cloudwatch.LogGroup("DashboardLog", {
  name: `/aws/lambda/${prefix}-dashboard`,
  retentionInDays: settings.logDays,
});

/**
 * The dashboard: it reads the first content of a page from the API with the visitor's own session, as their browser does
 * afterwards. The function therefore needs no permissions except logging.
 */
export const dashboard = new sst.aws.Nextjs("Dashboard", {
  path: "packages/web",
  openNextVersion: "4.1.12",
  router: { instance: edge },
  environment: { NEXT_PUBLIC_LIVE_PATH: `/${STAGE}`, POS_API: api.url },
  transform: {
    server(args) {
      Object.assign(args, siteFunction("dashboard", log));
      args.memory = "1024 MB";
    },
    imageOptimizer(args) {
      Object.assign(args, siteFunction("pictures", log));
      args.memory = "512 MB";
    },
  },
});

function siteFunction(name: string, group: aws.cloudwatch.LogGroup): Partial<sst.aws.FunctionArgs> {
  return {
    name: `${prefix}-${name}`,
    architecture: "arm64",
    runtime: "nodejs24.x",
    logging: { format: "json", logGroup: group.name },
    permissions: watched(group),
    transform: { function: { tracingConfig: { mode: "Active" } }, role: lambdaRole },
  };
}
