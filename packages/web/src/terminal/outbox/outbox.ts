import type { Cart } from "../cart/cart.ts";
import { raisedEpoch, removeOld, unsentCount } from "./keeping.ts";
import { giveBack, takeNumber } from "./numbers.ts";
import type { Receipt, Refusal, Row } from "./row.ts";
import { createSender } from "./sender.ts";
import type { Store } from "./store.ts";
import type { Transport } from "./transport.ts";

/**
 * Sales on their way. A sale is stored before it is sent and kept until the server has said that it has it; whatever is lost,
 * cut off or crashes in between, the same row is sent again, and the server records it once by its id.
 */
export interface Outbox {
  /** Stores a sale and sends it. Resolves when the server has answered, or when the customer has waited long enough. */
  readonly complete: (sale: NewSale) => Promise<Settled>;
  /** What a page finds that is loaded again while a sale was on its way. Undefined: nothing was. */
  readonly resume: () => Promise<Settled | undefined>;
  /** Sends what waits, now. */
  readonly flush: () => Promise<void>;
  /** The terminal is there; tells whether the server was restored from a backup. */
  readonly announce: () => Promise<void>;
  /** A person has seen what was not recorded. */
  readonly dismiss: (id: string) => Promise<void>;
  /** Tries once more what needed attention. */
  readonly sendAgain: (id: string) => Promise<void>;
  readonly recent: (limit: number) => Promise<Row[]>;
  readonly status: () => Status;
  readonly watch: (listener: () => void) => () => void;
  /** Nothing more is sent. */
  readonly close: () => void;
}

export interface NewSale {
  readonly id: string;
  readonly occurredAt: string;
  readonly operatorId: string;
  readonly cart: Cart;
  /** What is sent and what is printed, once the receipt number is known. Pure: it runs inside of the transaction. */
  readonly compose: (sequence: number) => { readonly request: string; readonly receipt: Receipt };
}

export type Settled =
  | { readonly status: "recorded" | "waiting" | "attention"; readonly row: Row }
  /** Nothing was recorded: the cart is there again, and the number will be used by the next sale. */
  | { readonly status: "refused"; readonly cart: Cart; readonly refusals: readonly Refusal[] };

export interface Status {
  /** Sales that the server has not acknowledged. */
  readonly unsent: number;
  readonly attention: number;
  /** As the last request found it. `unpaired`: the server no longer knows this terminal's credential. */
  readonly contact: "unknown" | "there" | "lost" | "unpaired";
  readonly isSending: boolean;
  /** The device could not read or write what it keeps: nothing must be sold with it. */
  readonly isBroken: boolean;
}

export interface OutboxOptions {
  readonly store: Store;
  readonly transport: Transport;
  readonly clock: OutboxClock;
  /** The browser says that there is no network: nobody has to wait for it. */
  readonly isOffline?: () => boolean;
}

export interface OutboxClock {
  readonly now: () => string;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** So long a customer waits for an answer; with a connection that was lost before, less. */
const LIVE_MILLISECONDS = 6_000;
const LIVE_MILLISECONDS_LOST = 2_000;
const LIVE_RETRY_MILLISECONDS = 500;
/** A sale that was stored longer ago is no longer at the counter. */
const LIVE_AGE_MILLISECONDS = 120_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, transport, clock } = options;
  const listeners = new Set<() => void>();
  let status: Status = { unsent: 0, attention: 0, contact: "unknown", isSending: false, isBroken: false };
  const tell = (changed: Partial<Status>) => {
    status = { ...status, ...changed };
    for (const listener of [...listeners]) listener();
  };
  const recount = async () => tell(await store.run(unsentCount));
  const seen = (code: string | undefined) => {
    if (code === undefined) tell({ contact: "there" });
    else if (code === "UNAUTHENTICATED") tell({ contact: "unpaired" });
    else if (code === "NETWORK" || code === "UNAVAILABLE") tell({ contact: "lost" });
  };
  const sender = createSender({
    ...{ store, transport, clock, seen, changed: recount },
    sending: (isSending) => tell({ isSending }),
    broken: () => tell({ isBroken: true }),
  });

  async function settle(row: Row): Promise<Settled> {
    const answer = await askLive(row);
    const settled = await store.run<Settled>(async (transaction) => {
      // An answer, or its absence, changes only what is still waiting for it.
      const standing = await transaction.row(row.id);
      if (standing?.state !== "live") return { status: "recorded", row: standing ?? row };
      if (answer === undefined) {
        const waiting: Row = { ...standing, state: "happened" };
        await transaction.putRow(waiting);
        return { status: "waiting", row: waiting };
      }
      const epoch = await raisedEpoch(transaction, row.terminalId, answer.epoch);
      const { refusals } = answer;
      if (refusals.length === 0 || refusals.some(({ code }) => KEPT.has(code))) {
        const isRecorded = refusals.length === 0;
        const done: Row = { ...standing, state: isRecorded ? "acknowledged" : "attention", epoch, refusals };
        await transaction.putRow(done);
        return { status: isRecorded ? "recorded" : "attention", row: done };
      }
      await transaction.removeRow(row.id);
      await transaction.set("cart", standing.cart);
      const numbers = await transaction.get(`numbers:${row.terminalId}`);
      await transaction.set(`numbers:${row.terminalId}`, giveBack(numbers, row.sequence));
      return { status: "refused", cart: standing.cart, refusals };
    });
    await recount();
    sender.wake();
    return settled;
  }

  /** Undefined: no answer came while the customer could wait, or it cannot be asked live any more. */
  async function askLive(row: Row) {
    const operator = await store.run((transaction) => transaction.get("operator"));
    const startedAt = Date.parse(clock.now());
    const wait = status.contact === "lost" || options.isOffline?.() ? LIVE_MILLISECONDS_LOST : LIVE_MILLISECONDS;
    if (operator?.operatorId !== row.operatorId || operator.expiresAt <= clock.now()) return undefined;
    if (startedAt - Date.parse(row.storedAt) > LIVE_AGE_MILLISECONDS) return undefined;
    for (;;) {
      const left = wait - (Date.parse(clock.now()) - startedAt);
      if (left <= 0) return undefined;
      const answer = await transport.sendLive(operator.token, row.request, left);
      if (!("unanswered" in answer)) {
        seen(undefined);
        return answer;
      }
      // Whose session has ended is not asked to sign in now: what happened is sent by the terminal itself.
      if (answer.unanswered !== "NETWORK" && answer.unanswered !== "UNAVAILABLE") return undefined;
      seen(answer.unanswered);
      if (options.isOffline?.()) return undefined;
      await clock.sleep(LIVE_RETRY_MILLISECONDS);
    }
  }

  return {
    async complete({ id, occurredAt, operatorId, cart, compose }) {
      const row = await store.run<Row>(async (transaction) => {
        const pairing = await transaction.get("pairing");
        if (pairing === undefined) throw new Error("A terminal that is not paired sells nothing.");
        const { terminalId } = pairing;
        const live = await transaction.count({ terminalId, state: "live" });
        if (live > 0 || (await transaction.row(id))) throw new Error("A sale is on its way already.");
        const { sequence, numbers } = takeNumber(await transaction.get(`numbers:${terminalId}`));
        const made: Row = {
          ...{ id, terminalId, sequence, occurredAt, operatorId, cart, ...compose(sequence) },
          ...{ state: "live", epoch: 0, refusals: [], storedAt: clock.now() },
        };
        await transaction.set(`numbers:${terminalId}`, numbers);
        await transaction.putRow(made);
        await transaction.remove("cart");
        return made;
      });
      await recount();
      return settle(row);
    },
    async resume() {
      const live = await store.run(async (transaction) => {
        const pairing = await transaction.get("pairing");
        if (pairing === undefined) return [];
        await removeOld(transaction, pairing.terminalId, clock.now());
        return transaction.rows({ terminalId: pairing.terminalId, state: "live" });
      });
      await recount();
      let settled: Settled | undefined;
      for (const row of live) settled = await settle(row);
      sender.wake();
      return settled;
    },
    flush: sender.flush,
    async announce() {
      const pairing = await store.run((transaction) => transaction.get("pairing"));
      if (pairing === undefined) return;
      const answer = await transport.announce(pairing.token);
      seen("unanswered" in answer ? answer.unanswered : undefined);
      if ("unanswered" in answer) return;
      await store.run((transaction) => raisedEpoch(transaction, pairing.terminalId, answer.epoch));
      await recount();
      sender.wake();
    },
    dismiss: (id) => change(id, "dismissed"),
    async sendAgain(id) {
      await change(id, "happened");
      sender.wake();
    },
    recent: (limit) =>
      store.run(async (transaction) => {
        const pairing = await transaction.get("pairing");
        return pairing === undefined ? [] : transaction.newestRows(pairing.terminalId, limit);
      }),
    status: () => status,
    watch(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: sender.close,
  };

  async function change(id: string, state: "dismissed" | "happened"): Promise<void> {
    await store.run(async (transaction) => {
      const row = await transaction.row(id);
      if (row?.state === "attention") await transaction.putRow({ ...row, state });
    });
    await recount();
  }
}

/** These say that the server knows the id: the row is not the operator's to change and sell again. */
const KEPT = new Set(["ID_CONFLICT", "QUARANTINE_FULL"]);
