import { withStates } from "@pos/core/receipt/content.ts";
import type { Cart } from "../cart/cart.ts";
import { giveBack, takeNumber } from "./numbers.ts";
import { sendOnline } from "./online.ts";
import type { OutboxOptions } from "./options.ts";
import { raisedEpoch, recentRows, removeOld, unsentCount, type Waiting, waitingSales } from "./retention.ts";
import {
  cartOfRow,
  type MoneyRow,
  needsServer,
  type PaymentRow,
  type Receipt,
  type RefundRow,
  type RefundSummary,
  type Refusal,
  ROW_VERSION,
  type Row,
  type SaleRow,
} from "./row.ts";
import { createSender } from "./sender.ts";
import type { Status } from "./status.ts";
import type { Durability, Numbers, Operator, StoreTransaction } from "./store.ts";

/**
 * Facts on their way. A fact is stored before it is sent and kept until the server has acknowledged it; whatever is lost,
 * cut off or crashes in between, the same row is sent again, and the server records it once by its id.
 */
export interface Outbox {
  /**
   * Stores a sale and sends it. Resolves when the server has answered, or when the customer has waited long enough, and that is
   * kept.
   */
  readonly complete: (sale: NewSale, progress?: Progress) => Promise<Settled<SaleRow>>;
  /** The same for a refund or a void. */
  readonly refund: (refund: NewRefund) => Promise<Settled<RefundRow>>;
  /** The same for what a customer pays outside a sale, or gets back of that. */
  readonly takePayment: (payment: NewPayment) => Promise<Settled<PaymentRow>>;
  /** What a page finds that is loaded again while a fact was on its way. */
  readonly resume: () => Promise<Resumed>;
  /** There may be something to send. */
  readonly wake: () => void;
  /** Sends what waits, now. */
  readonly flush: () => Promise<void>;
  /** Reports the terminal to the server, and learns whether that was restored from a backup. */
  readonly announce: () => Promise<void>;
  /** A person has seen what was not recorded. */
  readonly dismiss: (id: string) => Promise<void>;
  /** What the server knows now of the payments of a sale; its request stays as it was. */
  readonly learn: (saleId: string, payments: Receipt["payments"]) => Promise<void>;
  /** Tries once more what needed attention. */
  readonly sendAgain: (id: string) => Promise<void>;
  readonly recent: (limit: number) => Promise<Row[]>;
  /** The sales that wait for the server. */
  readonly waiting: () => Promise<Waiting>;
  readonly status: () => Status;
  readonly watch: (listener: () => void) => () => void;
  /** Nothing more is sent. */
  readonly close: () => void;
}

interface NewFact {
  readonly id: string;
  /** Which makes it: the one that is paired. */
  readonly terminalId: string;
  readonly occurredAt: string;
  readonly operatorId: string;
}

export interface NewSale extends NewFact {
  readonly kind: SaleRow["kind"];
  readonly cart: Cart;
  /** What is sent and what is printed, once the receipt number is known. Pure: it runs inside of the transaction. */
  readonly compose: (sequence: number) => { readonly request: string; readonly receipt: Receipt };
}

export interface NewRefund extends NewFact {
  readonly kind: RefundRow["kind"];
  readonly request: string;
  readonly refund: RefundSummary;
}

export interface NewPayment extends NewFact {
  readonly kind: PaymentRow["kind"];
  readonly request: string;
  readonly payment: PaymentRow["payment"];
}

export type Settled<R extends Row> =
  | { readonly status: "recorded" | "waiting" | "unanswered" | "attention"; readonly row: R }
  /** Nothing was recorded, and the row is gone. A sale's cart is there again, and the next sale uses its number. */
  | { readonly status: "refused"; readonly row: R; readonly refusals: readonly Refusal[] };

/** What the page does meanwhile. */
export interface Progress {
  /** The sale is stored and on its way to the server: its paper can be drawn, and not yet be shown. */
  readonly begun: (row: SaleRow) => void;
  /** The server has it: the receipt need not wait until the device has noted that. */
  readonly recorded: (settled: Settled<SaleRow>) => void;
}

/** The newest of each kind. */
export interface Resumed {
  readonly sale?: Settled<SaleRow>;
  readonly money?: Settled<MoneyRow>;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, transport, clock } = options;
  const listeners = new Set<() => void>();
  let status: Status = { unsent: 0, attention: 0, unread: [], contact: "unknown", isSending: false, isBroken: false };
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

  const runCounted = async <T>(work: Work<T>, durability?: Durability): Promise<T> => {
    const { result, counts } = await store.run(countedToo(work), durability);
    tell(counts);
    return result;
  };

  async function settle<R extends Row>(
    { row, operator, isNew }: Stored<R>,
    recorded?: (settled: Settled<R>) => void,
  ): Promise<Settled<R>> {
    const answer = await sendOnline(options, row, { operator, isNew, isLost: status.contact === "lost", seen });
    // Should the device forget that the server has the fact, it is sent again, and the server has it once.
    const isRecorded = answer?.refusals.length === 0;
    if (isRecorded) recorded?.({ status: "recorded", row: { ...row, state: "acknowledged", epoch: answer.epoch } });
    const durability = isRecorded ? "relaxed" : "strict";
    const settled = await runCounted((transaction) => keepAnswer(transaction, row, answer), durability);
    if (status.unsent > 0) sender.wake();
    return settled;
  }

  return {
    async complete({ kind, cart, compose, ...fact }, progress) {
      const stored = await storeNew<SaleRow>(options, fact, (common, before, transaction) => {
        const { sequence, numbers } = takeNumber(before);
        void transaction.set(`numbers:${common.terminalId}`, numbers);
        void transaction.remove("cart");
        void transaction.set("lastSale", { id: common.id, isOpen: true });
        const { request, receipt } = compose(sequence);
        return { ...common, kind, request, sale: { sequence, receipt, cart } };
      });
      const settled = settle(stored, progress?.recorded);
      // Drawn any earlier, it would keep the row from the disk, or the request from the server.
      setTimeout(() => progress?.begun(stored.row));
      return settled;
    },
    async refund({ kind, request, refund, ...fact }) {
      return settle(await storeMoney<RefundRow>(options, fact, (common) => ({ ...common, kind, request, refund })));
    },
    async takePayment({ kind, request, payment, ...fact }) {
      return settle(await storeMoney<PaymentRow>(options, fact, (common) => ({ ...common, kind, request, payment })));
    },
    async resume() {
      const { live, operator } = await runCounted(async (transaction) => {
        const [pairing, operator] = await Promise.all([transaction.get("pairing"), transaction.get("operator")]);
        if (pairing === undefined) return { live: [], operator };
        await removeOld(transaction, pairing.terminalId, clock.now());
        return { live: await transaction.rows({ terminalId: pairing.terminalId, state: "live" }), operator };
      });
      let resumed: Resumed = {};
      for (const row of live)
        resumed =
          "sale" in row
            ? { ...resumed, sale: await settle({ row, operator, isNew: false }) }
            : { ...resumed, money: await settle<MoneyRow>({ row, operator, isNew: false }) };
      sender.wake();
      return resumed;
    },
    ...{ wake: sender.wake, flush: sender.flush, close: sender.close },
    async announce() {
      const pairing = await store.run((transaction) => transaction.get("pairing"));
      if (pairing === undefined) return;
      const answer = await transport.announce(pairing.token);
      seen("unanswered" in answer ? answer.unanswered : undefined);
      if ("unanswered" in answer) return;
      await runCounted((transaction) => raisedEpoch(transaction, pairing.terminalId, answer.epoch));
      sender.wake();
    },
    ...{ dismiss: (id: string) => change(id, "dismissed"), status: () => status },
    learn: (...known) => store.run((transaction) => learned(transaction, ...known)).then(() => tell({})),
    async sendAgain(id) {
      await change(id, "happened");
      sender.wake();
    },
    recent: (limit) => store.run((transaction) => recentRows(transaction, limit)),
    waiting: () => store.run(waitingSales),
    watch(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };

  function change(id: string, state: "dismissed" | "happened"): Promise<void> {
    return runCounted((transaction) => changed(transaction, id, state));
  }
}

/** Only what is known of payments changes: all else of a receipt is as it was printed. */
async function learned(transaction: StoreTransaction, saleId: string, known: Receipt["payments"]): Promise<void> {
  const row = await transaction.row(saleId);
  if (row === undefined || !("sale" in row)) return;
  const { receipt } = row.sale;
  if (receipt.payments.every(({ state }, index) => state === known[index]?.state)) return;
  await transaction.putRow({ ...row, sale: { ...row.sale, receipt: withStates(receipt, known) } });
}

/** A row that is stored, and who was signed in then. */
interface Stored<R extends Row> {
  readonly row: R;
  readonly operator: Operator | undefined;
  /** It was never sent before. */
  readonly isNew: boolean;
}

type CommonRow = Omit<SaleRow, "kind" | "request" | "sale">;

type Work<T> = (transaction: StoreTransaction) => Promise<T>;

/** What waits is counted in the transaction that changes it: each one takes its time, and a customer waits for it. */
function countedToo<T>(work: Work<T>) {
  return async (transaction: StoreTransaction) => {
    const result = await work(transaction);
    return { result, counts: await unsentCount(transaction) };
  };
}

/**
 * Stores a row of any kind in one transaction with what belongs to it, before anything of it is sent. A customer waits for
 * it: all that it reads is asked for at once.
 */
async function storeNew<R extends Row>(
  { store, clock }: Pick<OutboxOptions, "store" | "clock">,
  { id, terminalId, occurredAt, operatorId }: NewFact,
  make: (common: CommonRow, numbers: Numbers | undefined, transaction: StoreTransaction) => R,
): Promise<Stored<R>> {
  // What waits is counted when the answer is there, or has not come in time.
  return store.run(async (transaction) => {
    const [pairing, operator, numbers, live, same, lastOrder] = await Promise.all([
      transaction.get("pairing"),
      transaction.get("operator"),
      transaction.get(`numbers:${terminalId}`),
      transaction.count({ terminalId, state: "live" }),
      transaction.row(id),
      transaction.lastOrder(terminalId),
    ]);
    if (pairing?.terminalId !== terminalId) throw new Error("A terminal that is not paired records nothing.");
    if (live > 0 || same !== undefined) throw new Error("A fact is on its way already.");
    const common: CommonRow = {
      ...{ v: ROW_VERSION, id, terminalId, order: lastOrder + 1, occurredAt, operatorId },
      ...{ state: "live", epoch: 0, refusals: [], storedAt: clock.now() },
    };
    const row = make(common, numbers, transaction);
    await transaction.putRow(row);
    return { row, operator, isNew: true };
  });
}

/** Goods that are in the cart leave it with the row. */
function storeMoney<R extends MoneyRow>(
  options: Pick<OutboxOptions, "store" | "clock">,
  fact: NewFact,
  make: (common: CommonRow) => R,
): Promise<Stored<R>> {
  return storeNew(options, fact, (common, _, transaction) => {
    const row = make(common);
    if (cartOfRow(row) !== undefined) void transaction.remove("cart");
    return row;
  });
}

/** A person has seen what needed attention, or it is sent once more. */
async function changed(transaction: StoreTransaction, id: string, state: "dismissed" | "happened"): Promise<void> {
  const row = await transaction.row(id);
  if (row?.state !== "attention") return;
  await transaction.putRow({ ...row, state: state === "happened" ? sentLater(row) : state });
}

/** Changes a row by what the server answered. @param answer undefined: none came in time */
async function keepAnswer<R extends Row>(
  transaction: StoreTransaction,
  row: R,
  answer: Awaited<ReturnType<typeof sendOnline>>,
): Promise<Settled<R>> {
  // An answer, or its absence, changes only what is still waiting for it.
  const stored = await transaction.row(row.id);
  if (stored?.state !== "live") return { status: "recorded", row };
  const isKnown = answer?.refusals.some(({ code }) => KEPT.has(code));
  // Of a refund the server keeps a copy only when it is sent as one that has happened.
  if (answer === undefined || (isKnown && row.kind !== "sale")) {
    const state = answer === undefined ? sentLater(row) : "happened";
    const waiting: R = { ...row, state };
    await transaction.putRow(waiting);
    return { status: state === "happened" ? "waiting" : state, row: waiting };
  }
  const epoch = await raisedEpoch(transaction, row.terminalId, answer.epoch);
  const { refusals } = answer;
  if (refusals.length === 0 || isKnown) {
    const isRecorded = refusals.length === 0;
    const done: R = { ...row, state: isRecorded ? "acknowledged" : "attention", epoch, refusals };
    await transaction.putRow(done);
    return { status: isRecorded ? "recorded" : "attention", row: done };
  }
  await transaction.removeRow(row.id);
  await takeBack(transaction, row);
  return { status: "refused", row, refusals };
}

function sentLater(row: Row): "happened" | "unanswered" {
  return needsServer(row) ? "unanswered" : "happened";
}

/** The cart is there again, and its number is free: what was refused recorded nothing. */
async function takeBack(transaction: StoreTransaction, row: Row): Promise<void> {
  const cart = cartOfRow(row);
  if (cart !== undefined) await transaction.set("cart", cart);
  if (!("sale" in row)) return;
  const { terminalId, sale } = row;
  const name = `numbers:${terminalId}` as const;
  await transaction.remove("lastSale");
  await transaction.set(name, giveBack(await transaction.get(name), sale.sequence));
}

/** With these the server knows the id: the row is not the operator's to change and send again. */
const KEPT = new Set(["ID_CONFLICT", "QUARANTINE_FULL"]);
