import type { SQSClient } from "@aws-sdk/client-sqs";
import type { Queue } from "./port.ts";

/** SQS's limit of messages per call. */
const MESSAGES_AT_ONCE = 10;

/** A queue of Amazon SQS. */
export function createSqsQueue({ url }: { readonly url: string }): Queue {
  let client: SQSClient | undefined;
  return {
    async send(messages) {
      if (messages.length === 0) return;
      if (url === "") throw new Error("POS_MAIL_QUEUE_URL is not set: the deployment sets it.");
      // Loaded on first use: most scheduled runs send nothing.
      const { SQSClient, SendMessageBatchCommand } = await import("@aws-sdk/client-sqs");
      client ??= new SQSClient({ maxAttempts: 3 });
      for (let start = 0; start < messages.length; start += MESSAGES_AT_ONCE) {
        const Entries = messages
          .slice(start, start + MESSAGES_AT_ONCE)
          .map((MessageBody, index) => ({ Id: String(index), MessageBody }));
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
        const [first] = Failed;
        if (first)
          throw new Error(`The queue did not take ${Failed.length} messages: ${first.Code ?? "no reason given"}`);
      }
    },
  };
}
