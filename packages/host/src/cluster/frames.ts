import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { sha256 } from "@pos/core/ledger/index.ts";
import type { Connections } from "@pos/functions/realtime/port.ts";
import type { FramesEndpoint } from "../node/http.ts";

/** A connection's id and the text for it. */
export type Frame = readonly [connectionId: string, text: string];

export interface FramesRequest {
  readonly frames: readonly Frame[];
  /** Earlier frames to this host were lost. */
  readonly missed?: true;
}

export interface FramesAnswer {
  /** Indexes of the frames whose connections have ended. */
  readonly gone: readonly number[];
}

export interface FramesOptions {
  readonly key: string;
  readonly own: Pick<Connections, "post">;
  /** Frames were lost: the connections of this host must end, so that their clients reconnect and resume. */
  readonly onMissed: () => void;
}

const BODY_BYTES_MAX = 8_000_000;

export function createFramesEndpoint({ key, own, onMissed }: FramesOptions): FramesEndpoint {
  return {
    async answer(request, response) {
      if (!isKnown(key, request.headers.authorization)) return false;
      const { frames, missed } = JSON.parse(await textOf(request)) as FramesRequest;
      if (missed) onMissed();
      const gone: number[] = [];
      for (const [index, [connectionId, text]] of frames.entries())
        if ((await own.post(connectionId, text)) === "gone") gone.push(index);
      const body = JSON.stringify({ gone } satisfies FramesAnswer);
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
      response.end(body);
      return true;
    },
  };
}

/** Compares hashes, so that the duration reveals nothing about the key. */
function isKnown(key: string, authorization: string | undefined): boolean {
  const [given, wanted] = [authorization ?? "", `Bearer ${key}`].map((text) => Buffer.from(sha256(text)));
  return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > BODY_BYTES_MAX) throw new Error("More frames than are sent at once");
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
