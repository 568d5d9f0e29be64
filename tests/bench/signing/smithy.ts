import { SignatureV4 } from "@smithy/signature-v4";
import { NodeHash } from "../../support/node-hash.ts";
import { type Call, callBy, type Place } from "./send.ts";

export function createCall(place: Place): Call {
  const { region, credentials, endpoint } = place;
  const { host, hostname, port } = new URL(endpoint);
  const signer = new SignatureV4({ service: "dynamodb", region, credentials, sha256: NodeHash });
  return callBy(place, async ({ target, body }) => {
    const { headers } = await signer.sign({
      ...{ method: "POST", protocol: "http:", hostname, port: Number(port), path: "/" },
      ...{ headers: { host, "x-amz-target": target }, body },
    });
    return headers;
  });
}
