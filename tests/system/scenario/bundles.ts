import { type SignUp, signUp } from "@pos/functions/api/sign-up.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { deploy } from "../../deploy/lambda/deployed.ts";
import {
  authorizeEvent,
  httpEvent,
  lambdaContext,
  scheduledEvent,
  socketEvent,
  streamEvent,
} from "../../deploy/lambda/events.ts";
import type { Data } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import type { Answer, System } from "./system.ts";

/** The bundles over DynamoDB Local, each called as AWS calls it. */
export async function openBundles(account: SignUp): Promise<System> {
  const deployed = await deploy("scenario");
  const { functions, table, box, queue, mailServer } = deployed;
  done(await signUp(table, systemClock, account));
  let connections = 0;

  async function readStream(): Promise<boolean> {
    const records = await deployed.records();
    const facts = streamEvent(records, "FACT");
    const entries = streamEvent(records, "ENTRY#");
    if (facts.Records.length > 0) {
      const { batchItemFailures } = await functions.book(facts, lambdaContext("book"));
      if (batchItemFailures.length > 0) throw new Error("A fact could not be booked");
    }
    if (entries.Records.length > 0) await functions.publish(entries, lambdaContext("publish"));
    return facts.Records.length + entries.Records.length > 0;
  }

  return {
    async call(query, { variables, token } = {}) {
      const event = httpEvent({ query, variables: variables ?? {} }, token);
      const { body = "{}" } = await functions.graphql(event, lambdaContext("graphql"));
      return JSON.parse(body) as Answer;
    },
    async subscribe(query, variables, token) {
      const connectionId = `L0SM9cOFvHcC${connections++}w=`;
      const { policyDocument } = await functions.authorize(authorizeEvent());
      if (policyDocument.Statement[0]?.Effect !== "Allow") throw new Error("The handshake was refused");
      await functions.socket(socketEvent("CONNECT", connectionId));
      const say = (message: object) => functions.socket(socketEvent("MESSAGE", connectionId, message));
      await say({ type: "connection_init", payload: { authorization: `Bearer ${token}` } });
      await say({ type: "subscribe", id: "1", payload: { query, variables } });
      return {
        get events(): readonly Data[] {
          return box.posted.flatMap(({ connectionId: to, frame }) => {
            if (to !== connectionId || (frame.type !== "next" && frame.type !== "error")) return [];
            return [frame.type === "next" ? (frame.payload as Answer).data : { errors: frame.payload }];
          });
        },
        end: async () => void (await functions.socket(socketEvent("DISCONNECT", connectionId))),
      };
    },
    async settle() {
      while (await readStream());
      await functions.reports(scheduledEvent("reports"));
      const event = queue.receive();
      if (event.Records.length > 0) queue.settle(event, await functions.mail(event));
    },
    mails: () => mailServer.mails,
    stop: () => deployed.stop(),
  };
}
