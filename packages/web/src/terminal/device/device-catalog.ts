import type { Asking } from "../api-client.ts";
import { type Catalog, createCatalog } from "../catalog/catalog.ts";
import { createCatalogStore } from "../catalog/catalog-store.ts";
import { whenIdle } from "../when-idle.ts";
import type { DeviceState } from "./state.ts";

/** How long a new price may take to reach a register that is open. */
const UPDATE_MILLISECONDS = 30_000;

interface Device {
  readonly state: () => DeviceState;
  readonly watch: (listener: () => void) => void;
  readonly learnSettings: () => Promise<void>;
}

/**
 * The catalogue of the terminal that the device is paired as. It is brought up to date when the server is there again, when
 * a person comes back to the page, after a refused sale, since what it sold may have changed, and twice a minute.
 */
export function createDeviceCatalog(client: Asking, { state, watch, learnSettings }: Device): Catalog {
  const locale = () => document.documentElement.lang || navigator.language;
  const catalog = createCatalog({ client, store: createCatalogStore(), locale, learnSettings });
  let before = state();
  watch(() => {
    const [last, now] = [before, state()];
    before = now;
    if (now.pairing !== undefined && now.pairing.token !== last.pairing?.token) void catalog.open(now.pairing);
    if (now.phase === "unpaired" && last.phase === "ready") void catalog.clear();
    const isBack = last.status.contact === "lost" && now.status.contact !== "lost";
    const isRefused = now.refusals !== last.refusals && now.refusals.length > 0;
    if (isBack || isRefused) void catalog.update();
  });
  // Before the first scan needs it, and behind the first tiles.
  catalog.watch(() => whenIdle(() => void catalog.state().index?.byCode("")));
  for (const name of ["online", "focus"]) window.addEventListener(name, () => void catalog.update());
  setInterval(() => void catalog.update(), UPDATE_MILLISECONDS);
  return catalog;
}
