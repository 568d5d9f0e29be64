import { connect } from "node:net";
import type { Verdict } from "./judge.ts";
import type { Stand } from "./stand.ts";

/** A request as bytes, for what no HTTP client would send. */
export interface Bytes {
  readonly head: readonly string[];
  readonly body: string;
  /** The sender is done: its side of the connection ends. Else it stays, and is cut after a while. */
  readonly ends?: boolean;
}

/** Milliseconds after which a server that still waits is left. */
const PATIENCE = 300;

/** Sends bytes and answers the first answer: its code or, where there is none, its status; "silent" when nothing came. */
export function sendBytes({ counter }: Stand, { head, body, ends = false }: Bytes): Promise<Verdict> {
  const { hostname, port } = new URL(counter.api.url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    let text = "";
    const timer = setTimeout(() => socket.destroy(), PATIENCE);
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("end", () => socket.destroy());
    // The server may have closed before everything was sent.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(verdictOf(text));
    });
    socket.write([...head, "", body].join("\r\n"));
    if (ends) socket.end();
  });
}

function verdictOf(text: string): Verdict {
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0);
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  return { outcome: status === 0 ? "silent" : (code ?? String(status)), status, text, body: {} };
}
