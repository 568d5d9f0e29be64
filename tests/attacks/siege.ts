import { type Account, complaintsOf, folderMegabytes, takeAccount } from "./account.ts";
import type { Outcome } from "./attack.ts";
import type { AttackerQuestion } from "./attacker.ts";
import { type Child, startChild } from "./child.ts";
import type { Host } from "./host.ts";
import type { Extent } from "./limits.ts";
import { type Measured, measured } from "./measure.ts";
import { pause } from "./pace.ts";
import type { SellerQuestion, Sold } from "./seller.ts";
import type { AttackShop } from "./shop.ts";
import type { Health, WatcherQuestion } from "./watcher.ts";

/** One host that is attacked while terminals sell and another client asks /health. */
export interface Siege {
  readonly host: Host;
  readonly folder: string;
  /** The command line's bundle. */
  readonly pos: string;
  /** Where exports go. */
  readonly scratch: string;
  readonly shop: AttackShop;
  readonly extent: Extent;
  /** Before anything was attacked. */
  readonly before: Account;
}

const SAMPLE_MILLISECONDS = 100;
/** What an attack began is still at work when the attacker has left. */
const TAIL_MILLISECONDS = 500;
/** A host that has not answered for so long is given up: killed and started again. */
const FROZEN_MILLISECONDS = 4_000;
const ATTACK_MILLISECONDS_MAX = 120_000;
const SALES_MILLISECONDS_MAX = 60_000;

/** The attacks in turn on the running host, then the account of all of them. */
export async function besiege(siege: Siege, ids: readonly string[]): Promise<Measured[]> {
  const { host, shop, folder, pos, scratch, before } = siege;
  const watcher = startChild<WatcherQuestion, Health>("watcher");
  const seller = startChild<SellerQuestion, Sold>("seller");
  await watcher.ask({ url: host.url });
  await seller.ask({ ask: "start", url: host.url, shop });
  // The first sales of a new process are slow by themselves.
  await pause(1_000);
  const rows: { id: string; window: Omit<Parameters<typeof measured>[1], "complaints"> }[] = [];
  for (const id of ids) rows.push({ id, window: await attackOnce(siege, { watcher, seller }, id) });
  const sold = await seller.ask({ ask: "stop" }, SALES_MILLISECONDS_MAX);
  watcher.end();
  seller.end();
  const stopped = await host.stop();
  const attackers = [shop.terminal.terminalId, ...rows.flatMap(({ window }) => window.outcome.created ?? [])];
  const account = await takeAccount({ pos, folder, file: `${scratch}/export.jsonl` });
  const complaints = [
    ...complaintsOf(account, { before, acknowledged: sold?.acknowledged ?? [], attackers }),
    ...(sold === undefined ? ["sales were not acknowledged"] : sold.complaints),
    ...(stopped ? [] : ["the host did not stop by itself"]),
  ];
  // Of several attacks on one host the account belongs to all: it is the last one's.
  return rows.map(({ id, window }, index) =>
    measured(id, { ...window, complaints: index === rows.length - 1 ? complaints : [] }),
  );
}

interface Bystanders {
  readonly watcher: Child<WatcherQuestion, Health>;
  readonly seller: Child<SellerQuestion, Sold>;
}

async function attackOnce(siege: Siege, { watcher, seller }: Bystanders, id: string) {
  const { host, folder, shop, extent } = siege;
  const storedBefore = folderMegabytes(folder);
  let residentMegabytes = 0;
  const sample = () => {
    residentMegabytes = Math.max(residentMegabytes, host.residentMegabytes());
  };
  const sampling = setInterval(sample, SAMPLE_MILLISECONDS);
  await watcher.ask({});
  await seller.ask({ ask: "figures" });
  const outcome = await attackFrom(id, { id, url: host.url, folder, shop, extent });
  await pause(TAIL_MILLISECONDS);
  const isFrozen = !(await answers(host.url));
  const health = (await watcher.ask({})) ?? { milliseconds: [], refused: 0 };
  const sold = (await seller.ask({ ask: "figures" })) ?? { milliseconds: [], acknowledged: [], complaints: [] };
  sample();
  clearInterval(sampling);
  const storedMegabytes = Math.max(0, folderMegabytes(folder) - storedBefore);
  if (isFrozen) {
    await host.kill();
    await host.start();
    await pause(500);
    await watcher.ask({});
  }
  const wrong = isFrozen ? ["the host answered no more and was killed", ...outcome.wrong] : outcome.wrong;
  return { health, sold, residentMegabytes, storedMegabytes, outcome: { ...outcome, wrong } };
}

async function attackFrom(id: string, question: AttackerQuestion): Promise<Outcome> {
  if (id === CALM) {
    await pause(question.extent.floodMilliseconds);
    return { figures: {}, wrong: [] };
  }
  const attacker = startChild<AttackerQuestion, Outcome>("attacker");
  const outcome = await attacker.ask(question, ATTACK_MILLISECONDS_MAX);
  attacker.end();
  return outcome ?? { figures: {}, wrong: ["the attack did not come to its end"] };
}

/** No attack at all: what this machine does by itself. */
export const CALM = "calm";

async function answers(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(FROZEN_MILLISECONDS);
  return fetch(`${url}/health`, { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}
