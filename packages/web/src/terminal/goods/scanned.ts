import { businessTime } from "@pos/core/base/business-day.ts";
import { readElements } from "@pos/core/base/gs1.ts";
import { findScanned, readingsOf, type Scanned, soldByCode } from "@pos/core/goods/scan/rules.ts";
import { now } from "@pos/web/clock.ts";
import type { AddedGoods } from "../cart/cart.ts";
import type { CatalogIndex, Sellable } from "../catalog/catalog-index.ts";
import type { Device } from "../device/device.ts";
import { digitsOf } from "../settings.ts";

/** Goods that a code means, with what the code states of them. */
export interface ScannedGoods extends Sellable {
  readonly sold: AddedGoods;
}

/** The day on which goods expired by their code, where that is past. */
export function expiredOn({ code = "" }: AddedGoods, device: Device): string | undefined {
  const { settings } = device.state();
  const day = readElements(code)?.expiresOn;
  return settings !== undefined && day !== undefined && day < businessTime(now(), settings.terminal.location).day
    ? day
    : undefined;
}

function layoutsOf(device: Device): readonly string[] {
  return device.state().settings?.scaleLayouts ?? [];
}

/** What the device's own copy of the catalogue has under a code. */
export function scannedOnDevice(device: Device, code: string): ScannedGoods | undefined {
  return scannedIn(device.catalog.state().index, device, code);
}

/**
 * The same for goods that were created just now.
 * @returns null when the server did not answer
 */
export async function scannedAtServer(device: Device, code: string): Promise<ScannedGoods | undefined | null> {
  if (device.state().status.contact === "lost") return null;
  for (const each of readingsOf(code, layoutsOf(device)).flatMap(({ codes }) => codes)) {
    const answer = await device.catalog.askServer(each);
    if (answer === undefined) return null;
    const goods = scannedIn(answer, device, code);
    if (goods !== undefined) return goods;
  }
  return undefined;
}

function scannedIn(index: CatalogIndex | undefined, device: Device, code: string): ScannedGoods | undefined {
  if (index === undefined) return undefined;
  const scanned = findScanned(code, layoutsOf(device), index.byCode);
  return scanned && { ...scanned.found, sold: soldOf(scanned, device, code) };
}

/** The code stays with the line that it states something of. */
function soldOf({ found, reading }: Scanned<Sellable>, device: Device, code: string): AddedGoods {
  const { settings } = device.state();
  if (settings === undefined) return {};
  const sold = found.pack === undefined ? soldByCode(reading, found.variant, digitsOf(settings)) : {};
  const isPlain = Object.keys(sold).length === 0 && reading.text === undefined;
  return isPlain ? {} : { ...sold, code: reading.text ?? code };
}
