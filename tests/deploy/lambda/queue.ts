import { createHash, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { SQSEvent, SQSRecord } from "aws-lambda";

/** A queue as SQS offers it over HTTP, as far as functions use it: SendMessageBatch of its JSON protocol. */
export interface QueueServer {
  readonly url: string;
  /** What was taken and not deleted yet, as SQS hands it to a function; each receipt counts. */
  receive(): SQSEvent;
  /** What a function answered: all but the failed ones are deleted. */
  settle(event: SQSEvent, answer: { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] }): void;
  /** Puts a message there that none of ours did. */
  put(body: string): string;
  /** How many messages of the next call are refused. */
  refuseNext: number;
  close(): void;
}

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
}

export async function openQueueServer(): Promise<QueueServer> {
  const waiting = new Map<string, { body: string; receives: number }>();
  const put = (body: string) => {
    const messageId = randomUUID();
    waiting.set(messageId, { body, receives: 0 });
    return messageId;
  };
  const server: Server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const answer = (status: number, body: object) =>
        response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
      if (request.headers["x-amz-target"] !== "AmazonSQS.SendMessageBatch")
        return answer(400, { __type: "com.amazonaws.sqs#UnsupportedOperation", message: "Not spoken here" });
      const { Entries } = JSON.parse(text) as { readonly Entries: readonly Entry[] };
      if (Entries.length < 1 || Entries.length > 10)
        return answer(400, { __type: "com.amazonaws.sqs#TooManyEntriesInBatchRequest", message: "1 to 10 entries" });
      const refused = Entries.slice(0, queue.refuseNext);
      queue.refuseNext = 0;
      const taken = Entries.slice(refused.length).map(({ Id, MessageBody }) => ({
        Id,
        MessageId: put(MessageBody),
        MD5OfMessageBody: md5(MessageBody),
      }));
      answer(200, {
        Successful: taken,
        Failed: refused.map(({ Id }) => ({ Id, SenderFault: false, Code: "InternalError" })),
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const queue: QueueServer = {
    url: `http://127.0.0.1:${port}/123456789012/mail`,
    refuseNext: 0,
    put,
    receive: () => ({
      Records: [...waiting].map(([messageId, message]) => {
        message.receives++;
        return recordOf(messageId, message);
      }),
    }),
    settle({ Records }, { batchItemFailures }) {
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const { messageId } of Records) if (!failed.has(messageId)) waiting.delete(messageId);
    },
    close: () => server.close(),
  };
  return queue;
}

function recordOf(messageId: string, { body, receives }: { body: string; receives: number }): SQSRecord {
  return {
    messageId,
    receiptHandle: `AQEB${messageId}`,
    body,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: "1795514400000",
      SenderId: "AROAEXAMPLE:reports",
      ApproximateFirstReceiveTimestamp: "1795514400100",
    },
    messageAttributes: {},
    md5OfBody: md5(body),
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:eu-central-1:123456789012:mail",
    awsRegion: "eu-central-1",
  };
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
