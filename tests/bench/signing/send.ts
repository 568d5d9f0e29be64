import { Agent, request } from "node:http";

/** Signs and sends one request of DynamoDB's API and returns the parsed answer. */
export type Call = (operation: string, input: object) => Promise<unknown>;

export interface Place {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
  };
}

export interface Unsigned {
  readonly target: string;
  readonly body: string;
}
export type Sign = (request: Unsigned) => Promise<Record<string, string>>;

/** The same thin wire for every signer: kept connections, one POST, JSON both ways. */
export function callBy({ endpoint }: Place, sign: Sign): Call {
  const { hostname, port } = new URL(endpoint);
  const agent = new Agent({ keepAlive: true });
  return async (operation, input) => {
    const body = JSON.stringify(input);
    const target = `DynamoDB_20120810.${operation}`;
    const headers = {
      ...(await sign({ target, body })),
      "content-type": "application/x-amz-json-1.0",
      "content-length": Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      const sent = request({ agent, hostname, port, method: "POST", path: "/", headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
      });
      sent.once("error", reject);
      sent.end(body);
    });
  };
}
