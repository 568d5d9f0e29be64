import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";
import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./src/i18n/request.ts");

/** OpenNext, which builds for the deployment, sets this variable. */
const isForCloud = process.env.NEXT_PRIVATE_STANDALONE === "true";
/** Where the page's socket is. On one machine that is the API's own address; on AWS it is an API of its own behind the same name. */
const livePath = process.env.NEXT_PUBLIC_LIVE_PATH ?? (isForCloud ? "/live" : "/graphql");

/** @type {(phase: string) => import("next").NextConfig} */
export default function config(phase) {
  const isDevelopment = phase === PHASE_DEVELOPMENT_SERVER;
  return withMessages({
    distDir: distDirOf(isDevelopment),
    transpilePackages: ["@pos/core", "@pos/messages"],
    // Messages come compiled (src/i18n/request.ts): no page carries their parser.
    turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
    // Types are checked by `npm run typecheck`, with everything else.
    typescript: { ignoreBuildErrors: true },
    experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"] },
    compiler: {
      define: {
        IS_DEVELOPMENT: isDevelopment,
        LIVE_PATH: livePath,
        TAKES_CSP_REPORTS: !isForCloud && !isDevelopment,
        HAS_DISK: !isForCloud && !isDevelopment,
      },
    },
    images: { unoptimized: true },
    poweredByHeader: false,
    reactStrictMode: true,
    devIndicators: false,
  });
}

/** A build has a folder of its own (scripts/prepare.mjs), so that one that runs is never changed under its feet. */
function distDirOf(isDevelopment) {
  if (isDevelopment) return "dist/development";
  // OpenNext looks nowhere else.
  return isForCloud ? ".next" : `dist/${process.env.POS_WEB_BUILD ?? "build"}`;
}
