import { Agent, request } from "node:http";

// biome-ignore lint/suspicious/noExplicitAny: the caller knows the shape of its query
export type Data = any;

/** A GraphQL client that keeps a connection open, as a terminal does. */
export interface Client {
  /** The answer's data. Throws whatever kept it from coming: no connection, no answer, an error of the request. */
  ask(url: string, query: string, variables: object, token?: string): Promise<Data>;
  close(): void;
}

const ANSWER_MILLISECONDS = 20_000;

export function createClient(connections = 1): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    async ask(url, query, variables, token) {
      const text = await post(agent, `${url}/graphql`, JSON.stringify({ query, variables }), token);
      const { data, errors } = JSON.parse(text) as { data?: Data; errors?: readonly { readonly message: string }[] };
      if (errors) throw new Error(errors[0]?.message);
      return data;
    },
    close: () => agent.destroy(),
  };
}

function post(agent: Agent, url: string, body: string, token: string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: "POST",
      agent,
      timeout: ANSWER_MILLISECONDS,
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    outgoing.on("error", reject);
    outgoing.on("timeout", () => outgoing.destroy(new Error("No answer came")));
    outgoing.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks).toString()));
      // A server that dies in the middle of an answer has not answered.
      response.on("error", reject);
      response.on("aborted", () => reject(new Error("The answer was cut short")));
    });
    outgoing.end(body);
  });
}
