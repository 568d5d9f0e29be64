import type { OpenNextConfig } from "@opennextjs/aws/types/open-next.js";

/**
 * The dashboard as a function (`npm run web:cloud` builds it, the deployment does the same). Every page is made for
 * each request, with what the API answers its visitor: nothing is kept between two requests, so there is no cache to pay for.
 */
export default {
  default: {
    override: {
      wrapper: "aws-lambda",
      converter: "aws-apigw-v2",
      incrementalCache: "dummy",
      tagCache: "dummy",
      queue: "dummy",
    },
  },
  dangerous: { disableIncrementalCache: true, disableTagCache: true },
  buildCommand: "node ../../node_modules/next/dist/bin/next build",
} satisfies OpenNextConfig;
