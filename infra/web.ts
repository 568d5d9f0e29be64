import { api } from "./api";
import { lambdaRole, watched } from "./function";
import { STAGE, sockets } from "./realtime";
import { prefix, settings } from "./settings";

/**
 * One name in front of everything, so that the page, the API and the socket have one origin: the session's cookie is sent to all
 * three, and to nobody else. What CloudFront was asked for stands in x-forwarded-host, since each origin needs a host of its own.
 */
export const edge = new sst.aws.Router("Edge", {
  ...(settings.domain === undefined ? {} : { domain: settings.domain }),
  // The dashboard's function answers CloudFront alone.
  protection: "oac",
});

// Longer than the function may take, so that its own answer comes through.
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

/** The dashboard: every page is a frame without data, and the browser asks the API. So its function may do nothing but log. */
export const dashboard = new sst.aws.Nextjs("Dashboard", {
  path: "packages/web",
  openNextVersion: "4.1.12",
  router: { instance: edge },
  environment: { NEXT_PUBLIC_LIVE_PATH: `/${STAGE}` },
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
