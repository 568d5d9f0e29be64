import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { ulid } from "@pos/core/base/id.ts";
import type { Target } from "./subject.ts";

/** Terminals that sell: requests are made ready before the clock runs, and go over bare sockets, so that the sender costs little. */
export interface Load {
  readonly count: number;
  readonly inFlight: number;
  readonly lines: number;
}

const MUTATION =
  "mutation Sell($input: CompleteSaleInput!) { completeSale(input: $input) { replayed userErrors { code } sale { id total { amount } } } }";

/** The next receipt number of each terminal. */
export type Sequences = Map<string, number>;

/** Each sender keeps one sale on its way, as a terminal does. Answers with each sale's milliseconds, sorted, and the seconds of all. */
export async function sell(target: Target, sequences: Sequences, { count, inFlight, lines }: Load) {
  const { hostname, port } = new URL(target.url);
  const senders = await Promise.all(
    Array.from({ length: inFlight }, async (_, terminal) => {
      const own = Math.floor(count / inFlight) + (terminal < count % inFlight ? 1 : 0);
      const requests = Array.from({ length: own }, () => requestOf(target, terminal, sequences, lines));
      return { socket: await opened(hostname, Number(port)), requests };
    }),
  );
  const latencies: number[] = [];
  const started = performance.now();
  await Promise.all(senders.map(({ socket, requests }) => sendAll(socket, requests, latencies)));
  const seconds = (performance.now() - started) / 1000;
  for (const { socket } of senders) socket.destroy();
  return { seconds, latencies: latencies.sort((a, b) => a - b) };
}

function opened(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}

function requestOf(target: Target, terminal: number, sequences: Sequences, lines: number): Buffer {
  const token = target.tokens[terminal % target.tokens.length] ?? "";
  const body = saleBody(target, `${target.url} ${token}`, sequences, lines);
  const head = [
    "POST /graphql HTTP/1.1",
    "host: 127.0.0.1",
    "content-type: application/json",
    "accept: application/json",
    `authorization: Bearer ${token}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function saleBody({ variants }: Target, counter: string, sequences: Sequences, lineCount: number): string {
  const sequence = (sequences.get(counter) ?? 0) + 1;
  sequences.set(counter, sequence);
  let total = 0;
  const lines = Array.from({ length: lineCount }, () => {
    const variant = variants[Math.floor(Math.random() * variants.length)];
    const quantity = 1 + Math.floor(Math.random() * 3);
    total += Math.round(Number(variant?.unitPrice) * quantity * 100 + 1e-9);
    return { variant: { id: variant?.id }, quantity: String(quantity), unitPrice: variant?.unitPrice };
  });
  const id = (prefix: string) => `${prefix}_${ulid(Date.now(), randomBytes(10))}`;
  const payments = [{ id: id("pay"), method: "CASH", amount: total, tendered: total }];
  const occurredAt = new Date().toISOString();
  const input = { id: id("sal"), sequence, occurredAt, lines, payments, expectedTotal: total };
  return JSON.stringify({ query: MUTATION, variables: { input } });
}

function sendAll(socket: Socket, requests: readonly Buffer[], latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let next = 0;
    let sentAt = 0;
    let answer = "";
    const send = (): void => {
      const request = requests[next];
      next += 1;
      if (request === undefined) {
        resolve();
        return;
      }
      answer = "";
      sentAt = performance.now();
      socket.write(request);
    };
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("The connection ended")));
    socket.on("data", (chunk: Buffer) => {
      answer += chunk.toString("latin1");
      if (!isWhole(answer)) return;
      latencies.push(performance.now() - sentAt);
      if (answer.includes('"userErrors":[]') && answer.includes('"sale":{')) send();
      else reject(new Error(`A sale was not recorded: ${answer.slice(0, 1000)}`));
    });
    send();
  });
}

/** Every response here has a content length. */
function isWhole(answer: string): boolean {
  const end = answer.indexOf("\r\n\r\n");
  if (end === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, end + 2))?.[1];
  return length !== undefined && answer.length >= end + 4 + Number(length);
}
