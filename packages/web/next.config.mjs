import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";

/** @type {(phase: string) => import("next").NextConfig} */
export default function config(phase) {
  const isDevelopment = phase === PHASE_DEVELOPMENT_SERVER;
  return {
    // A build has a folder of its own (scripts/prepare.mjs), so that one that runs is never changed under its feet.
    distDir: isDevelopment ? "dist/development" : `dist/${process.env.POS_WEB_BUILD ?? "build"}`,
    transpilePackages: ["@pos/core"],
    // Types are checked by `npm run typecheck`, with everything else.
    typescript: { ignoreBuildErrors: true },
    experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"] },
    compiler: { define: { IS_DEVELOPMENT: isDevelopment } },
    images: { unoptimized: true },
    poweredByHeader: false,
    reactStrictMode: true,
    devIndicators: false,
  };
}
