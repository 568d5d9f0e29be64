import { Agent, get } from "node:http";
import { answerParent } from "./child.ts";

/** Asks /health on and on, whether the answers before have come or not. */
export interface WatcherQuestion {
  /** Begins to ask there; absent: the figures since the last question. */
  readonly url?: string;
}

export interface Health {
  /** Milliseconds of each answer, and of each that has not come: how long it is due. */
  readonly milliseconds: readonly number[];
  /** Answers other than 200. */
  readonly refused: number;
}

const PERIOD_MILLISECONDS = 10;
/** A request that has waited so long is given up: what it shows is shown by then. */
const GIVEN_UP_MILLISECONDS = 20_000;

const agent = new Agent({ keepAlive: true });
const due = new Set<{ readonly at: number }>();
let milliseconds: number[] = [];
let refused = 0;
let timer: NodeJS.Timeout | undefined;

function askOnce(url: string): void {
  const asked = { at: performance.now() };
  due.add(asked);
  const end = (status: number | undefined) => {
    if (!due.delete(asked)) return;
    milliseconds.push(performance.now() - asked.at);
    if (status !== 200) refused++;
  };
  const outgoing = get(`${url}/health`, { agent, timeout: GIVEN_UP_MILLISECONDS }, (response) => {
    response.resume();
    response.once("end", () => end(response.statusCode));
    response.once("error", () => end(undefined));
  });
  outgoing.once("timeout", () => outgoing.destroy());
  outgoing.once("error", () => end(undefined));
}

answerParent<WatcherQuestion>(async ({ url }) => {
  if (url !== undefined) {
    clearInterval(timer);
    timer = setInterval(() => askOnce(url), PERIOD_MILLISECONDS);
  }
  const now = performance.now();
  const health: Health = { milliseconds: [...milliseconds, ...[...due].map(({ at }) => now - at)], refused };
  milliseconds = [];
  refused = 0;
  // What is due now is counted now; its answer belongs to no later question.
  if (url !== undefined) due.clear();
  return health;
});
