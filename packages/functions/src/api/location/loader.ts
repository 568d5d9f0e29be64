import { present } from "@pos/core/base/result.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { findLocations, findLogos, type Location, receiptOf } from "@pos/core/people/location/index.ts";
import { getReceiptSettings } from "@pos/core/people/merchant/index.ts";
import type { RequestContext } from "../context.ts";
import { batched } from "../loader.ts";
import type { ReceiptSettings } from "../merchant/mappers.ts";

const receiptSettings = batched(({ table }, merchantIds) =>
  Promise.all(merchantIds.map((merchantId) => getReceiptSettings(table, merchantId))),
);

export const locationLoader = batched(findLocations);

/** The location of what is bound to one. */
export async function locationOf(
  { locationId }: { readonly locationId: string },
  _: unknown,
  context: RequestContext,
): Promise<Location> {
  return present(await locationLoader(context).load(locationId), "the location");
}

/** What is on a location's receipts. Read once, however many locations are asked for. */
export async function receiptAt(context: RequestContext, location: Location): Promise<ReceiptSettings> {
  const { merchantId } = requireCaller(context).caller;
  const ofMerchant = present(await receiptSettings(context).load(merchantId), "receipt settings");
  return { ...receiptOf(ofMerchant, location), ...ownLogo(context, location) };
}

const logoLoader = batched(findLogos);

/** Read when it is asked for: pictures are large, and lists of locations show none. */
export function ownLogo(context: RequestContext, { id, logoHash }: Location): Pick<ReceiptSettings, "logo"> {
  return logoHash === undefined ? {} : { logo: () => logoLoader(context).load(id) };
}
