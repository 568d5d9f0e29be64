import { isId } from "@pos/core/base/id.ts";
import { halvesOf } from "@pos/core/selling/exchange/model.ts";
import {
  AnnounceDocument,
  SendCustomerPaymentDocument,
  SendExchangeDocument,
  SendFactsDocument,
  SendRefundDocument,
  SendSaleDocument,
  SendVoidDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { type ApiClient, documentText, type ResultOf, requestBody } from "../api-client.ts";
import type { Refusal, Row, RowKind } from "./row.ts";

/** How stored facts reach the server. A request is handed over as it is stored. */
export interface Transport {
  /** By its own kind's mutation, while the customer waits. */
  readonly sendOnline: (token: string, fact: StoredFact, timeoutMilliseconds: number) => Promise<OnlineAnswer>;
  readonly sendFacts: (token: string, facts: readonly StoredFact[]) => Promise<OfflineAnswer>;
  readonly announce: (token: string) => Promise<{ readonly epoch: number } | Unanswered>;
}

export type StoredFact = Pick<Row, "kind" | "request">;

/** Nothing that states what became of the facts: no answer, or one about the request as a whole. A code of the contract, or NETWORK. */
export interface Unanswered {
  readonly unanswered: string;
}

export type OnlineAnswer = { readonly epoch: number; readonly refusals: readonly Refusal[] } | Unanswered;
export type OfflineAnswer = { readonly epoch: number; readonly results: readonly OfflineResult[] } | Unanswered;

export interface OfflineResult {
  readonly id: string;
  readonly isRecorded: boolean;
  readonly refusals: readonly Refusal[];
}

const BATCH_MILLISECONDS = 30_000;
const ANNOUNCE_MILLISECONDS = 10_000;

const SALE = documentText(SendSaleDocument);
const REFUND = documentText(SendRefundDocument);
const EXCHANGE = documentText(SendExchangeDocument);
const VOID = documentText(SendVoidDocument);
const CUSTOMER_PAYMENT = documentText(SendCustomerPaymentDocument);
const FACTS = documentText(SendFactsDocument);
const ANNOUNCE = documentText(AnnounceDocument);

interface OnlineRequest {
  readonly token: string;
  readonly request: string;
  readonly timeoutMilliseconds: number;
}

type OnlineWays = { readonly [kind in RowKind]: (request: OnlineRequest) => Promise<OnlineAnswer> };

export function createTransport(client: ApiClient): Transport {
  const online = createOnlineWays(client);
  return {
    sendOnline: (token, { kind, request }, timeoutMilliseconds) =>
      online[kind]({ token, request, timeoutMilliseconds }),
    async sendFacts(token, facts) {
      const inputs = facts.map(({ kind, request }) => `{"${kind}":${request}}`);
      const body = requestBody(FACTS, `{"input":{"facts":[${inputs.join(",")}]}}`);
      const answer: ResultOf<typeof SendFactsDocument> = await client({
        ...{ body, token, timeoutMilliseconds: BATCH_MILLISECONDS },
      });
      if ("failure" in answer) return { unanswered: answer.failure.code };
      const { epoch, results } = answer.data.syncFacts;
      return {
        epoch,
        results: results.map(({ id, status, userErrors }) => ({
          id: rowIdOf(id),
          isRecorded: status === "RECORDED" || status === "REPLAYED",
          refusals: userErrors,
        })),
      };
    },
    async announce(token) {
      const body = requestBody(ANNOUNCE, "{}");
      const answer: ResultOf<typeof AnnounceDocument> = await client({
        ...{ body, token, timeoutMilliseconds: ANNOUNCE_MILLISECONDS },
      });
      return "failure" in answer ? { unanswered: answer.failure.code } : { epoch: answer.data.announceTerminal.epoch };
    },
  };
}

function createOnlineWays(client: ApiClient): OnlineWays {
  return {
    async sale({ request, ...way }) {
      const answer: ResultOf<typeof SendSaleDocument> = await client({
        ...way,
        body: requestBody(SALE, inputOf(request)),
      });
      if ("failure" in answer) return { unanswered: answer.failure.code };
      const { epoch, userErrors, sale } = answer.data.completeSale;
      return answered(sale, epoch, userErrors);
    },
    async refund({ request, ...way }) {
      const answer: ResultOf<typeof SendRefundDocument> = await client({
        ...way,
        body: requestBody(REFUND, inputOf(request)),
      });
      if ("failure" in answer) return { unanswered: answer.failure.code };
      const { epoch, userErrors, refund } = answer.data.refundSale;
      return answered(refund, epoch, userErrors);
    },
    async exchange({ request, ...way }) {
      const answer: ResultOf<typeof SendExchangeDocument> = await client({
        ...way,
        body: requestBody(EXCHANGE, inputOf(request)),
      });
      if ("failure" in answer) return { unanswered: answer.failure.code };
      const { epoch, userErrors, exchange } = answer.data.exchangeSale;
      return answered(exchange, epoch, userErrors);
    },
    async void({ request, ...way }) {
      const answer: ResultOf<typeof SendVoidDocument> = await client({
        ...way,
        body: requestBody(VOID, inputOf(request)),
      });
      if ("failure" in answer) return { unanswered: answer.failure.code };
      const { epoch, userErrors, void: voided } = answer.data.voidSale;
      return answered(voided, epoch, userErrors);
    },
    async customerPayment({ request, ...way }) {
      const answer: ResultOf<typeof SendCustomerPaymentDocument> = await client({
        ...way,
        body: requestBody(CUSTOMER_PAYMENT, inputOf(request)),
      });
      if ("failure" in answer) return { unanswered: answer.failure.code };
      const { userErrors, payment } = answer.data.recordCustomerPayment;
      return answered(payment, undefined, userErrors);
    },
  };
}

/** An exchange is kept under the id of its sale, which is refunded by it later. */
function rowIdOf(id: string): string {
  return isId("exc", id) ? halvesOf(id).saleId : id;
}

function inputOf(request: string): string {
  return `{"input":${request}}`;
}

/** Neither a fact nor a reason is an answer that states nothing. */
function answered(
  fact: object | null | undefined,
  epoch: number | null | undefined,
  refusals: readonly Refusal[],
): OnlineAnswer {
  return !fact && refusals.length === 0 ? { unanswered: "INTERNAL" } : { epoch: epoch ?? 0, refusals };
}
