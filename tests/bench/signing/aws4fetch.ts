import { AwsV4Signer } from "aws4fetch";
import { type Call, callBy, type Place } from "./send.ts";

/** Keys of a day, kept as the library's own client keeps them. */
const cache = new Map<string, ArrayBuffer>();

export function createCall(place: Place): Call {
  const { region, credentials, endpoint } = place;
  const { host } = new URL(endpoint);
  return callBy(place, async ({ target, body }) => {
    const signer = new AwsV4Signer({
      ...{ url: endpoint, method: "POST", service: "dynamodb", region, ...credentials, cache },
      headers: { "x-amz-target": target },
      body,
    });
    const { headers } = await signer.sign();
    return { ...Object.fromEntries(headers), host };
  });
}
