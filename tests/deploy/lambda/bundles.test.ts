import { randomBytes } from "node:crypto";
import { ulid } from "@pos/core/base/id.ts";
import { present } from "@pos/core/base/result.ts";
import { verify } from "@pos/core/ledger/index.ts";
import type { LocalEngine } from "@pos/core/table/port/engine.ts";
import { books } from "@pos/functions/books.ts";
import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { createShop, type Shop } from "../../support/shop.ts";
import { canDeploy, type Deployed, deploy, type Functions } from "./deployed.ts";
import { authorizeEvent, HOST, httpEvent, lambdaContext, scheduledEvent, socketEvent, streamEvent } from "./events.ts";

/** The functions as they are deployed, each loaded from its bundle and called with events as AWS sends them. */
describe.skipIf(!canDeploy)("lambda: the bundles over DynamoDB Local", () => {
  let stop: () => Promise<void> = async () => {};
  let deployed: Deployed;
  let functions: Functions;
  let shop: Shop;

  beforeAll(async () => {
    deployed = await deploy("bundles-test");
    ({ functions, stop } = deployed);
    // Setting up asks an engine for its table only.
    shop = await createShop({ engine: { table: deployed.table } as unknown as LocalEngine, secrets: true });
    await shop.stock("50");
  }, 120_000);
  afterAll(() => stop());

  async function ask(query: string, variables: object, token?: string): Promise<Data> {
    const answer = await functions.graphql(httpEvent({ query, variables }, token), lambdaContext("graphql"));
    const { data, errors } = JSON.parse(answer.body ?? "{}");
    expect(errors).toBeUndefined();
    return data;
  }

  async function signInOwner(): Promise<string> {
    const { email, password } = shop.staff.OWNER;
    const { signIn } = await ask("mutation ($input: SignInInput!) { signIn(input: $input) { token } }", {
      input: { email, password },
    });
    return signIn.token;
  }

  async function signIns(): Promise<{ owner: string; terminal: string; operator: string }> {
    const owner = await signInOwner();
    const { issueActivationCode } = await ask(
      "mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode } }",
      { id: shop.terminals[0]?.id },
      owner,
    );
    const { activateTerminal } = await ask(
      "mutation ($code: String!) { activateTerminal(input: { activationCode: $code }) { token } }",
      { code: issueActivationCode.activationCode },
    );
    const { operatorNumber, pin } = shop.staff.MANAGER;
    const { signInOperator } = await ask(
      "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token } }",
      { input: { operatorNumber, pin } },
      activateTerminal.token,
    );
    return { owner, terminal: activateTerminal.token, operator: signInOperator.token };
  }

  const newId = (prefix: string) => `${prefix}_${ulid(Date.now(), randomBytes(10))}`;

  const posts = (connectionId: string) =>
    deployed.box.posted.filter((each) => each.connectionId === connectionId).map(({ frame }) => frame);

  /** The lines that were written since, as JSON. */
  const linesSince = (start: number): Data[] => deployed.lines.slice(start).map((line) => JSON.parse(line));

  const verified = () => {
    const clock = { ...shop.clock, now: () => new Date().toISOString() };
    return verify({ table: deployed.table, clock, books }, shop.ledger);
  };

  const SELL =
    "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { replayed sale { id changeDue { amount } } userErrors { code } } }";

  test("a sale through the HTTP bundle is booked by the book bundle and reaches its subscriber through the publish bundle", async () => {
    const { owner, operator } = await signIns();
    const connectionId = "L0SM9cOFvHcCIhw=";
    expect(await functions.socket(socketEvent("CONNECT", connectionId))).toMatchObject({
      statusCode: 200,
      headers: { "Sec-WebSocket-Protocol": "graphql-transport-ws" },
    });
    const say = (message: object) => functions.socket(socketEvent("MESSAGE", connectionId, message));
    await say({ type: "connection_init", payload: { authorization: `Bearer ${owner}` } });
    const query =
      "subscription ($id: ID!) { saleRecorded(locationId: $id) { cursor previous saleId sale { total { amount } } } }";
    await say({ type: "subscribe", id: "one", payload: { query, variables: { id: shop.locationId } } });
    expect(posts(connectionId)).toEqual([{ type: "connection_ack" }]);

    const id = newId("sal");
    const input = {
      id,
      sequence: 1,
      occurredAt: new Date().toISOString(),
      lines: [{ variant: { sku: "SKU-0001" }, quantity: "2", unitPrice: "1.99" }],
      payments: [{ id: newId("pay"), method: "CASH", amount: 398, tendered: 500 }],
    };
    const recorded = { sale: { id, changeDue: { amount: 102 } }, userErrors: [] };
    expect((await ask(SELL, { input }, operator)).completeSale).toEqual({ ...recorded, replayed: false });
    expect((await ask(SELL, { input }, operator)).completeSale).toEqual({ ...recorded, replayed: true });

    const facts = streamEvent(await deployed.records(), "FACT");
    expect(facts.Records.length).toBeGreaterThanOrEqual(2);
    // Lambda delivers at least once.
    for (const event of [facts, { Records: [...facts.Records].reverse() }])
      expect(await functions.book(event)).toEqual({ batchItemFailures: [] });
    const entries = streamEvent(await deployed.records(), "ENTRY#");
    expect(await functions.publish(entries)).toEqual({ batchItemFailures: [] });
    const [, ...events] = posts(connectionId);
    expect(events).toEqual([
      {
        id: "one",
        type: "next",
        payload: {
          data: {
            saleRecorded: {
              cursor: expect.stringMatching(/^0001-0{11}\d$/),
              previous: null,
              saleId: id,
              sale: { total: { amount: 398 } },
            },
          },
        },
      },
    ]);
    const { stockLevels } = await ask(
      `query ($id: ID!) { stockLevels(locationId: $id, skus: ["SKU-0001"]) { nodes { onHand } } }`,
      { id: shop.locationId },
      owner,
    );
    expect(stockLevels.nodes).toEqual([{ onHand: "48" }]);
    expect(await functions.sweep(scheduledEvent("sweep"))).toMatchObject({ booked: 0 });
    await functions.socket(socketEvent("DISCONNECT", connectionId));
    expect((await verified()).differences).toEqual([]);
  }, 60_000);

  test("a poisonous record is named, and it alone: the others of its batch are booked", async () => {
    const { operator } = await signIns();
    const ids: string[] = [];
    for (let sequence = 2; sequence < 5; sequence++) {
      const id = newId("sal");
      ids.push(id);
      const input = {
        id,
        sequence,
        occurredAt: new Date().toISOString(),
        lines: [{ description: "Open", quantity: "1", unitPrice: "1" }],
        payments: [{ id: newId("pay"), method: "CARD", amount: 100 }],
      };
      await ask(SELL, { input }, operator);
    }
    const { Records } = streamEvent(await deployed.records(), "FACT");
    const poisoned = Records.map((record): DynamoDBRecord => {
      const image = record.dynamodb?.NewImage;
      if (!image?.body?.S?.includes(present(ids[1], "a sale"))) return record;
      return { ...record, dynamodb: { ...record.dynamodb, NewImage: { ...image, body: { S: "{" } } } };
    });
    const place = poisoned.find(({ dynamodb }) => dynamodb?.NewImage?.body?.S === "{")?.dynamodb?.SequenceNumber;
    const start = deployed.lines.length;
    expect(await functions.book({ Records: poisoned })).toEqual({ batchItemFailures: [{ itemIdentifier: place }] });
    expect(linesSince(start)).toContainEqual(expect.objectContaining({ BookingFailures: 1, FactsBooked: 2 }));
    expect(await functions.book({ Records })).toEqual({ batchItemFailures: [] });
    const { facts, differences } = await verified();
    expect([facts, differences]).toEqual([5, []]);
  });

  test("reconciliation job: books a fact that the stream lost, and logs it", async () => {
    const { operator } = await signIns();
    await functions.book(streamEvent(await deployed.records(), "FACT"));
    const id = newId("sal");
    const input = {
      id,
      sequence: 5,
      occurredAt: new Date().toISOString(),
      lines: [{ description: "Open", quantity: "1", unitPrice: "1" }],
      payments: [{ id: newId("pay"), method: "CARD", amount: 100 }],
    };
    await ask(SELL, { input }, operator);
    await deployed.records();
    // What was recorded just now is left to the stream, and what is minutes old was lost by it.
    expect(await functions.sweep(scheduledEvent("sweep"))).toMatchObject({ booked: 0 });
    const start = deployed.lines.length;
    const { now } = Date;
    Date.now = () => now() + 180_000;
    const swept = await functions.sweep(scheduledEvent("sweep")).finally(() => {
      Date.now = now;
    });
    expect(swept).toMatchObject({ booked: 1, lost: 1 });
    expect(linesSince(start)).toContainEqual(expect.objectContaining({ message: "sweep", level: "WARN", lost: 1 }));
    expect(linesSince(start)).toContainEqual(expect.objectContaining({ UnbookedFacts: 1, service: "sweep" }));
    expect((await verified()).differences).toEqual([]);
  });

  test("a page's cookie counts on its own origin: the socket that it opens is signed in by the cookie alone", async () => {
    const token = await signInOwner();
    const connectionId = "L0SN1eTFvHcCJ0A=";
    const headers = { Origin: `https://${HOST}`, Cookie: `theme=dark; __Host-pos_session=${token}` };
    expect((await functions.authorize(authorizeEvent(headers))).policyDocument.Statement[0]?.Effect).toBe("Allow");
    expect(await functions.socket(socketEvent("CONNECT", connectionId, undefined, headers))).toMatchObject({
      statusCode: 200,
    });
    const say = (message: object) => functions.socket(socketEvent("MESSAGE", connectionId, message));
    await say({ type: "connection_init", payload: { "x-session": "cookie" } });
    const query = "subscription ($id: ID!) { stockChanged(locationId: $id) { cursor } }";
    await say({ type: "subscribe", id: "one", payload: { query, variables: { id: shop.locationId } } });
    await say({ type: "ping" });
    expect(posts(connectionId)).toEqual([{ type: "connection_ack" }, { type: "pong" }]);
    await functions.socket(socketEvent("DISCONNECT", connectionId));
  });

  const COOKIE = "__Host-pos_session=ses_1.secret";
  const OWN = `https://${HOST}`;
  test.each([
    ["a program without an origin", {}, "Allow"],
    ["a page of its own", { Origin: OWN, Cookie: COOKIE }, "Allow"],
    ["a page of another's that brings no session", { Origin: "https://elsewhere.example" }, "Allow"],
    [
      "a page of another's with other cookies",
      { Origin: "https://elsewhere.example", Cookie: "a=__Host-pos_session=1" },
      "Allow",
    ],
    ["one who offers more protocols", { "Sec-WebSocket-Protocol": "chat, graphql-transport-ws" }, "Allow"],
    ["a bad token, which is answered later", { Authorization: "Bearer nonsense" }, "Allow"],
    ["a session lent to another's page", { Origin: "https://elsewhere.example", Cookie: `a=1; ${COOKIE}` }, "Deny"],
    ["the same host without TLS", { Origin: `http://${HOST}`, Cookie: COOKIE }, "Deny"],
    ["the same host by another port", { Origin: `${OWN}:8443`, Cookie: COOKIE }, "Deny"],
    ["an origin that is none", { Origin: "null", Cookie: COOKIE }, "Deny"],
    ["the old protocol", { "Sec-WebSocket-Protocol": "graphql-ws" }, "Deny"],
    ["no protocol", { "Sec-WebSocket-Protocol": undefined }, "Deny"],
  ])("the authorizer: %s", async (_, headers, effect) => {
    const event = authorizeEvent(headers as { [name: string]: string | undefined });
    const start = deployed.lines.length;
    expect(await functions.authorize(event)).toEqual({
      principalId: "anybody",
      policyDocument: {
        Version: "2012-10-17",
        Statement: [{ Action: "execute-api:Invoke", Effect: effect, Resource: event.methodArn }],
      },
    });
    expect(deployed.lines.slice(start)).toEqual([]);
  });

  test("the HTTP bundle answers whether it is there, a GET, a base64 body, and what is no JSON", async () => {
    const get = (rawPath: string, more: object = {}) => {
      const event = httpEvent({});
      const http = { ...event.requestContext.http, method: "GET", path: rawPath };
      const { body: _, ...rest } = event;
      return functions.graphql({ ...rest, rawPath, requestContext: { ...event.requestContext, http }, ...more });
    };
    expect(await get("/health")).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' });
    const rawQueryString = `query=${encodeURIComponent("{ me { role } }")}`;
    const answer = await get("/graphql", {
      rawQueryString,
      queryStringParameters: { query: "{ me { role } }" },
      headers: { ...httpEvent({}).headers, authorization: `Bearer ${await signInOwner()}` },
    });
    expect(JSON.parse(answer.body ?? "")).toEqual({ data: { me: { role: "OWNER" } } });
    const plain = httpEvent({ query: "{ me { role } }" });
    const encoded = { ...plain, body: Buffer.from(plain.body ?? "").toString("base64"), isBase64Encoded: true };
    expect(JSON.parse((await functions.graphql(encoded)).body ?? "").errors[0].extensions.code).toBe("UNAUTHENTICATED");
    expect(await functions.graphql({ ...plain, body: "{" })).toMatchObject({ statusCode: 400 });
  });

  async function sendReportTo(recipients: readonly string[]): Promise<string> {
    const id = newId("rsn");
    const input = { id, locationId: shop.locationId, report: "DAILY", day: today(), recipients, language: "EN" };
    const { sendReport } = await ask(
      "mutation ($input: SendReportInput!) { sendReport(input: $input) { replayed userErrors { code } } }",
      { input },
      await signInOwner(),
    );
    expect(sendReport).toEqual({ replayed: false, userErrors: [] });
    return id;
  }
  const today = () => new Date().toISOString().slice(0, 10);
  const mailsTo = (address: string) =>
    deployed.mailServer.mails.filter(({ headerLines }) => JSON.stringify(headerLines).includes(address));

  test("a report goes by the clock to the queue, and from there to its readers once, however often its message comes", async () => {
    await sendReportTo(["one@shop.example", "two@shop.example"]);
    expect(await functions.reports(scheduledEvent("reports"))).toEqual({ queued: 1 });
    // The next run of the clock is earlier than the mail.
    expect(await functions.reports(scheduledEvent("reports"))).toEqual({ queued: 1 });
    const event = deployed.queue.receive();
    expect(event.Records.length).toBe(2);
    for (const { body } of event.Records)
      expect(new Set(Object.keys(JSON.parse(body)))).toEqual(new Set(["merchantId", "sendingId"]));
    const start = deployed.lines.length;
    const answers = await Promise.all([functions.mail(event), functions.mail(event)]);
    for (const answer of answers) {
      expect(answer).toEqual({ batchItemFailures: [] });
      deployed.queue.settle(event, answer);
    }
    for (const address of ["one@shop.example", "two@shop.example"]) {
      const [mail, ...more] = mailsTo(address);
      expect(more).toEqual([]);
      expect(mail?.subject).toContain("Daily report");
      expect(mail?.attachments.length).toBeGreaterThan(0);
    }
    const sent = linesSince(start).reduce((sum, { MailsSent = 0 }) => sum + MailsSent, 0);
    expect(sent).toBe(2);
    expect(deployed.lines.slice(start).join("\n")).not.toContain("@shop.example");
    expect(await functions.reports(scheduledEvent("reports"))).toEqual({ queued: 0 });
    expect(deployed.queue.receive().Records).toEqual([]);
  });

  test("a message that is none is named, and it alone; what the queue refused goes with the next run", async () => {
    await sendReportTo(["three@shop.example"]);
    deployed.queue.refuseNext = 1;
    await expect(functions.reports(scheduledEvent("reports"))).rejects.toThrow("Reports of some merchants");
    expect(await functions.reports(scheduledEvent("reports"))).toEqual({ queued: 1 });
    const foreign = deployed.queue.put('{"merchantId":1}');
    const gone = JSON.stringify({ merchantId: shop.merchantId, sendingId: newId("rsn") });
    deployed.queue.put(gone);
    const event = deployed.queue.receive();
    expect(event.Records.length).toBe(3);
    const answer = await functions.mail(event);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: foreign }] });
    deployed.queue.settle(event, answer);
    expect(mailsTo("three@shop.example").length).toBe(1);
    expect(deployed.queue.receive().Records.map(({ attributes }) => attributes.ApproximateReceiveCount)).toEqual(["2"]);
  });

  test("a sale is followed from the edge to its subscriber by its request's id and its own", async () => {
    const { operator } = await signIns();
    const id = newId("sal");
    const input = {
      id,
      sequence: 6,
      occurredAt: new Date().toISOString(),
      lines: ["SKU-0001", "SKU-0002", "SKU-0003"].map((sku) => ({ variant: { sku }, quantity: "1" })),
      payments: [{ id: newId("pay"), method: "CASH", amount: 199 + 250 + 399 }],
    };
    await functions.book(streamEvent(await deployed.records(), "FACT"));
    let start = deployed.lines.length;
    const event = httpEvent({ query: SELL, variables: { input } }, operator);
    const answer = JSON.parse((await functions.graphql(event, lambdaContext("graphql"))).body ?? "");
    expect(answer.data.completeSale.userErrors).toEqual([]);
    const { requestId } = event.requestContext;
    const common = { service: "graphql", stage: "test", requestId, traceId: "1-6742c5a1-3f2a9c0b7d1e4f5a6b7c8d9e" };
    const asked = linesSince(start);
    // Read: session, person, terminal, merchant, location, taxes, and each article by its SKU. Written: the fact and its index key.
    expect(asked).toContainEqual(expect.objectContaining({ ...common, message: "request", status: 200 }));
    expect(asked).toContainEqual(
      expect.objectContaining({
        ...{ ...common, message: "usage", merchantId: shop.merchantId, recorded: [id] },
        ...{ writeUnits: 3, readUnits: 13, posted: 0, milliseconds: expect.any(Number) },
      }),
    );
    const [metrics] = asked.filter((line) => "_aws" in line);
    expect(metrics).toMatchObject({ SalesRecorded: 1, FactsRecorded: 1, service: "graphql", stage: "test" });
    const [{ Namespace, Dimensions }] = metrics._aws.CloudWatchMetrics;
    expect([Namespace, Dimensions.map((names: string[]) => [...names].sort())]).toEqual([
      "pos",
      [["service", "stage"]],
    ]);

    start = deployed.lines.length;
    const facts = streamEvent(await deployed.records(), "FACT");
    const context = lambdaContext("book");
    await functions.book(facts, context);
    const [record] = facts.Records;
    const booked = linesSince(start);
    expect(booked).toContainEqual(
      expect.objectContaining({
        ...{ message: "stream", requestId: context.awsRequestId },
        brought: { [present(record?.eventID, "an id")]: `${shop.merchantId}#${id}/FACT` },
      }),
    );
    // Entry, head, three levels, day, drawer and receipt numbers; a block of numbers more where one begins.
    const writeUnits = expect.toBeOneOf([18, 20]);
    expect(booked).toContainEqual(
      expect.objectContaining({ message: "usage", merchantId: shop.merchantId, booked: [id], writeUnits }),
    );
    start = deployed.lines.length;
    const entries = streamEvent(await deployed.records(), "ENTRY#");
    await functions.publish(entries, lambdaContext("publish"));
    const brought = { [present(entries.Records[0]?.eventID, "an id")]: `${shop.merchantId}#${id}/ENTRY#0000` };
    expect(linesSince(start)).toContainEqual(expect.objectContaining({ message: "stream", brought }));
  });

  test("nothing secret and nothing personal is ever logged", async () => {
    const { owner, terminal, operator } = await signIns();
    const personal = { name: "Ada Quillfeather", email: "ada.quillfeather@home.example", phone: "+44 20 7946 0991" };
    const customerId = newId("cus");
    await ask(
      "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }",
      { input: { id: customerId, ...personal, note: "Likes lanterns" } },
      owner,
    );
    const input = {
      id: newId("sal"),
      sequence: 7,
      customerId,
      occurredAt: new Date().toISOString(),
      note: "A present for her sister",
      lines: [{ description: "Paper lantern", quantity: "1", unitPrice: "4.5" }],
      payments: [{ id: newId("pay"), method: "CARD", amount: 450 }],
    };
    expect((await ask(SELL, { input }, operator)).completeSale.userErrors).toEqual([]);
    const connectionId = "L0SP2eTFvHcCXyz=";
    await functions.socket(socketEvent("CONNECT", connectionId, undefined, { Cookie: `pos_session=${owner}` }));
    const say = (message: object) => functions.socket(socketEvent("MESSAGE", connectionId, message));
    await say({ type: "connection_init", payload: { authorization: `Bearer ${owner}` } });
    const query = "subscription ($id: ID!) { saleRecorded(locationId: $id) { sale { customer { name email } note } } }";
    await say({ type: "subscribe", id: "one", payload: { query, variables: { id: shop.locationId } } });
    // What goes wrong is logged too: a wrong password, a broken document, a socket that breaks the protocol, a broken record.
    const wrong = { email: shop.staff.OWNER.email, password: "a wrong password of mine" };
    await functions.graphql(
      httpEvent({
        query: "mutation ($input: SignInInput!) { signIn(input: $input) { token } }",
        variables: { input: wrong },
      }),
    );
    await functions.graphql(httpEvent({ query: `{ customer(id: "${personal.name}" }`, variables: personal }, owner));
    await say({ type: "connection_init", payload: { authorization: `Bearer ${owner}` } });
    const facts = streamEvent(await deployed.records(), "FACT");
    await functions.book(facts);
    const spoilt = facts.Records.map((record) => ({
      ...record,
      dynamodb: {
        ...record.dynamodb,
        NewImage: { ...record.dynamodb?.NewImage, body: { S: `{"note":"${input.note}"` } },
      },
    }));
    await functions.book({ Records: spoilt });
    await functions.publish(streamEvent(await deployed.records(), "ENTRY#"));
    await functions.sweep(scheduledEvent("sweep"));

    const { password, pin } = { ...shop.staff.OWNER, pin: shop.staff.MANAGER.pin };
    const secrets = [owner, terminal, operator].flatMap((token) => [token, token.slice(-24)]);
    const hidden = [...secrets, ...Object.values(personal), "Likes lanterns", input.note, "Paper lantern"];
    const all = deployed.lines.join("\n");
    expect(deployed.lines.length).toBeGreaterThan(25);
    for (const each of [...hidden, password, pin, wrong.password, wrong.email])
      expect(all.includes(present(each, "something to hide")), `${each} in the log`).toBe(false);
  });
});
