import { businessTime } from "@pos/core/base/business-day.ts";
import { readElements } from "@pos/core/base/gs1.ts";
import { readingsOf } from "@pos/core/goods/scan/rules.ts";
import { now } from "@pos/web/clock.ts";
import type { AddedGoods } from "../cart/cart.ts";
import type { Device } from "../device/device.ts";
import { layoutsOf, type ScannedGoods, scannedIn } from "./scanned-in.ts";

/** The day on which goods expired by their code, where that is past. */
export function expiredOn({ code = "" }: AddedGoods, device: Device): string | undefined {
  const { settings } = device.state();
  const day = readElements(code)?.expiresOn;
  return settings !== undefined && day !== undefined && day < businessTime(now(), settings.terminal.location).day
    ? day
    : undefined;
}

/** What the device's own copy of the catalogue has under a code. */
export function scannedOnDevice(device: Device, code: string): ScannedGoods | undefined {
  const { index } = device.catalog.state();
  return index && scannedIn(index, device.state().settings, code);
}

/**
 * The same for goods that were created just now.
 * @returns null when the server did not answer
 */
export async function scannedAtServer(device: Device, code: string): Promise<ScannedGoods | undefined | null> {
  const { status, settings } = device.state();
  if (status.contact === "lost") return null;
  for (const each of readingsOf(code, layoutsOf(settings)).flatMap(({ codes }) => codes)) {
    const answer = await device.catalog.askServer(each);
    if (answer === undefined) return null;
    const goods = scannedIn(answer, settings, code);
    if (goods !== undefined) return goods;
  }
  return undefined;
}
