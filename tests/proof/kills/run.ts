import { type Account, takeAccount } from "./account.ts";
import { createClient } from "./client.ts";
import { createHost, type Host } from "./host.ts";
import { openKillShop } from "./shop.ts";
import { type Market, sell } from "./terminal.ts";

export interface KillOptions {
  /** packages/host/src/main.ts as one file. */
  readonly bundle: string;
  /** Empty. */
  readonly folder: string;
  readonly kills: number;
  readonly terminals: number;
  /** How long the host sells between two kills at most. */
  readonly loadMillisecondsMax: number;
  readonly log?: (line: string) => void;
}

export interface KillFigures extends Account {
  readonly kills: number;
  readonly killsByMoment: { readonly [moment: string]: number };
  readonly sent: number;
  readonly acknowledged: number;
  readonly seconds: number;
}

/**
 * Lets terminals sell at full speed while the host is killed again and again: under load, just behind an acknowledgement, and
 * while it starts. In the end every acknowledged sale must be there once, as it was acknowledged, and nothing else.
 */
export async function runKills(options: KillOptions): Promise<KillFigures> {
  const { bundle, folder, kills, terminals, loadMillisecondsMax, log = () => {} } = options;
  const startedAt = performance.now();
  const host = createHost(bundle, folder);
  const moments = new Map<string, number>();
  const count = (moment: Moment): void => void moments.set(moment, (moments.get(moment) ?? 0) + 1);
  // A first start that is cut short: the next one makes the shop again.
  await host.startInVain(400 + Math.random() * 400);
  count("while starting");
  await host.start();
  const client = createClient();
  const shop = await openKillShop(client, host.url(), folder, terminals);
  log(`The shop is open after ${seconds(startedAt)} s.`);
  const market: Market = {
    url: host.url,
    articles: shop.articles,
    acknowledged: new Map(),
    sent: new Set(),
    recorded: new Map(),
    complaints: [],
    onAcknowledged: () => {},
    isOpen: true,
  };
  const selling = Promise.all(shop.identities.map((identity) => sell(identity, market)));
  for (let killed = 1; killed < kills; killed++) {
    const moment = await killOnce(host, market, loadMillisecondsMax);
    count(moment);
    if (killed % 10 === 0)
      log(`${killed} kills, ${market.acknowledged.size} sales acknowledged, ${seconds(startedAt)} s`);
  }
  market.isOpen = false;
  await selling;
  const account = await takeAccount(client, shop, market);
  client.close();
  await host.stop();
  return {
    kills,
    killsByMoment: Object.fromEntries(moments),
    sent: market.sent.size,
    acknowledged: market.acknowledged.size,
    seconds: seconds(startedAt),
    ...account,
  };
}

type Moment = "under load" | "behind an acknowledgement" | "while starting";

/** One kill, with the start that follows it. */
async function killOnce(host: Host, market: Market, loadMillisecondsMax: number): Promise<Moment> {
  const chance = Math.random();
  const moment: Moment = chance < 0.5 ? "under load" : chance < 0.8 ? "behind an acknowledgement" : "while starting";
  await pause(Math.random() * loadMillisecondsMax);
  if (moment === "behind an acknowledgement") {
    await new Promise<void>((resolve) => {
      market.onAcknowledged = () => {
        market.onAcknowledged = () => {};
        void host.kill().then(resolve);
      };
    });
  } else await host.kill();
  // Within a start there is the opening of the table, what was not booked, and the first requests.
  if (moment === "while starting") await host.startInVain(Math.random() * 700);
  await host.start();
  return moment;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function seconds(startedAt: number): number {
  return Math.round((performance.now() - startedAt) / 100) / 10;
}
