import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { openContext, type System, settle } from "./support.ts";

/** What a browser without a cache loads for a page, and when it shows its content. */
export interface FirstLoad {
  /** Compressed, as they come over the wire. */
  readonly scriptBytes: number;
  readonly documentBytes: number;
  readonly requests: number;
  readonly firstPaintMilliseconds: number;
  readonly largestPaintMilliseconds: number;
}

/** A phone on a slow mobile network: 1.6 Mbit/s with 150 ms of latency, and a processor of a quarter of this one's speed. */
const SLOW = { bytesPerSecond: 200_000, latencyMilliseconds: 150, processorRate: 4 };

export interface FirstLoadOptions {
  readonly path: string;
  readonly cookies: Parameters<BrowserContext["addCookies"]>[0];
  readonly isSlow?: boolean;
}

export async function measureFirstLoad(
  browser: Browser,
  { url }: Pick<System, "url">,
  { path, cookies, isSlow = false }: FirstLoadOptions,
): Promise<FirstLoad> {
  const context = await openContext(browser, { language: "en", scheme: "light", width: isSlow ? 390 : 1440 });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const counts = await watchNetwork(session);
  if (isSlow) await slowDown(session);
  await page.addInitScript(() => {
    const paints = window as unknown as { largestPaint: number };
    new PerformanceObserver((list) => {
      paints.largestPaint = list.getEntries().at(-1)?.startTime ?? 0;
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  await page.goto(url + path);
  await settle(page);
  await page.waitForLoadState("networkidle");
  const paints = await paintsOf(page);
  await context.close();
  return { ...counts(), ...paints };
}

async function watchNetwork(session: CDPSession) {
  const types = new Map<string, string>();
  const bytes = new Map<string, number>();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  const sum = (type: string) =>
    [...bytes].reduce((total, [id, count]) => total + (types.get(id) === type ? count : 0), 0);
  return () => ({ scriptBytes: sum("Script"), documentBytes: sum("Document"), requests: bytes.size });
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: SLOW.latencyMilliseconds,
    downloadThroughput: SLOW.bytesPerSecond,
    uploadThroughput: SLOW.bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW.processorRate });
}

function paintsOf(page: Page) {
  return page.evaluate(() => ({
    firstPaintMilliseconds: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    largestPaintMilliseconds: (window as unknown as { largestPaint: number }).largestPaint,
  }));
}
