import { createSigner } from "@pos/core/table/dynamodb/signature.ts";
import { type Call, callBy, type Place } from "./send.ts";

export function createCall(place: Place): Call {
  const { region, credentials, endpoint } = place;
  const sign = createSigner({ region, service: "dynamodb", host: new URL(endpoint).host });
  return callBy(place, async ({ target, body }) => sign({ target, body, at: Date.now(), credentials }));
}
