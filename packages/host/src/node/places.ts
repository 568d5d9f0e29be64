/**
 * How many sockets there may be. Sockets that have shown no valid token are few, in all and from one address; when they are
 * too many, the oldest one of the address with the most is ended. The other places are for signed-in clients.
 */
export interface PlaceLimits {
  readonly connectionsMax: number;
  readonly anonymousMax: number;
  readonly anonymousPerSourceMax: number;
  /** Of one session, or of one terminal's own token. */
  readonly perTokenMax: number;
}

export const PLACE_LIMITS: PlaceLimits = {
  connectionsMax: 10_000,
  anonymousMax: 1_000,
  anonymousPerSourceMax: 200,
  perTokenMax: 100,
};

/** A socket's place, from its handshake on. */
export interface Place {
  /**
   * Moves the socket to the places of signed-in clients.
   * @param token identifies the token without its secret
   * @returns false if the token has as many sockets as it may have
   */
  readonly signIn: (token: string) => boolean;
  /** Idempotent. */
  readonly leave: () => void;
}

export interface Places {
  /**
   * @param source the client's address; undefined where a proxy hides it
   * @param evict ends the socket; the place is free already when it is called
   */
  readonly take: (source: string | undefined, evict: () => void) => Place | "full" | "too many from there";
}

interface Anonymous {
  readonly leave: () => void;
  readonly evict: () => void;
}

export function createPlaces({ connectionsMax, anonymousMax, ...limits }: PlaceLimits): Places {
  const anonymous = new Map<string, Set<Anonymous>>();
  const byToken = new Map<string, number>();
  let [all, unknown] = [0, 0];

  function makeRoom(): void {
    let largest: Set<Anonymous> | undefined;
    for (const some of anonymous.values()) if (some.size > (largest?.size ?? 0)) largest = some;
    const [oldest] = largest ?? [];
    oldest?.leave();
    oldest?.evict();
  }

  return {
    take(source = "", evict) {
      const perSourceMax = source === "" ? anonymousMax : limits.anonymousPerSourceMax;
      if ((anonymous.get(source)?.size ?? 0) >= perSourceMax && perSourceMax < anonymousMax)
        return "too many from there";
      if (all >= connectionsMax) return "full";
      if (unknown >= anonymousMax) makeRoom();
      let token: string | undefined;
      let isOver = false;
      const one: Anonymous = { leave, evict };
      const ofSource = anonymous.get(source) ?? new Set();
      anonymous.set(source, ofSource.add(one));
      all++;
      unknown++;
      function endAnonymity(): void {
        if (!ofSource.delete(one)) return;
        unknown--;
        if (ofSource.size === 0) anonymous.delete(source);
      }
      function leave(): void {
        if (isOver) return;
        isOver = true;
        all--;
        endAnonymity();
        if (token === undefined) return;
        const left = (byToken.get(token) ?? 0) - 1;
        if (left > 0) byToken.set(token, left);
        else byToken.delete(token);
      }
      return {
        leave,
        signIn(own) {
          if (isOver || token !== undefined) return !isOver;
          const count = byToken.get(own) ?? 0;
          if (count >= limits.perTokenMax) return false;
          byToken.set(own, count + 1);
          token = own;
          endAnonymity();
          return true;
        },
      };
    },
  };
}
