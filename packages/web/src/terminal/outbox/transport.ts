import { AnnounceDocument, SendHappenedDocument, SendLiveDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type Answer, type Ask, bodyOf, textOf } from "../ask.ts";
import type { Refusal } from "./row.ts";

/** How stored sales reach the server. A request is handed over as it is stored. */
export interface Transport {
  readonly sendLive: (token: string, request: string, timeoutMilliseconds: number) => Promise<LiveAnswer>;
  readonly sendHappened: (token: string, requests: readonly string[]) => Promise<HappenedAnswer>;
  readonly announce: (token: string) => Promise<{ readonly epoch: number } | Unanswered>;
}

/** Nothing that says what became of the sales: no answer, or one about the request as a whole. A code of the contract, or NETWORK. */
export interface Unanswered {
  readonly unanswered: string;
}

export type LiveAnswer = { readonly epoch: number; readonly refusals: readonly Refusal[] } | Unanswered;
export type HappenedAnswer = { readonly epoch: number; readonly results: readonly HappenedResult[] } | Unanswered;

export interface HappenedResult {
  readonly id: string;
  readonly isRecorded: boolean;
  readonly refusals: readonly Refusal[];
}

const BATCH_MILLISECONDS = 30_000;
const ANNOUNCE_MILLISECONDS = 10_000;

const LIVE = textOf(SendLiveDocument);
const HAPPENED = textOf(SendHappenedDocument);
const ANNOUNCE = textOf(AnnounceDocument);

export function createTransport(ask: Ask): Transport {
  return {
    async sendLive(token, request, timeoutMilliseconds) {
      const body = bodyOf(LIVE, `{"input":${request}}`);
      const answer: Answer<typeof SendLiveDocument> = await ask({ body, token, timeoutMilliseconds });
      if ("failure" in answer) return { unanswered: answer.failure.code };
      const { epoch, userErrors, sale } = answer.data.completeSale;
      // Neither a sale nor a reason: an answer that says nothing.
      if (!sale && userErrors.length === 0) return { unanswered: "INTERNAL" };
      return { epoch, refusals: userErrors };
    },
    async sendHappened(token, requests) {
      const body = bodyOf(HAPPENED, `{"input":{"sales":[${requests.join(",")}]}}`);
      const answer: Answer<typeof SendHappenedDocument> = await ask({
        ...{ body, token, timeoutMilliseconds: BATCH_MILLISECONDS },
      });
      if ("failure" in answer) return { unanswered: answer.failure.code };
      const { epoch, results } = answer.data.syncSales;
      return {
        epoch,
        results: results.map(({ id, status, userErrors }) => ({
          id,
          isRecorded: status === "RECORDED" || status === "REPLAYED",
          refusals: userErrors,
        })),
      };
    },
    async announce(token) {
      const body = bodyOf(ANNOUNCE, "{}");
      const answer: Answer<typeof AnnounceDocument> = await ask({
        ...{ body, token, timeoutMilliseconds: ANNOUNCE_MILLISECONDS },
      });
      return "failure" in answer ? { unanswered: answer.failure.code } : { epoch: answer.data.syncSales.epoch };
    },
  };
}
