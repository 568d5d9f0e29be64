/** The open sockets, wherever they are: API Gateway's connections API, or this process. */
export interface Connections {
  /** Hands a text on, in the order of the calls for one connection. `gone`: there is nobody to hand it to any more. */
  post(connectionId: string, text: string): Promise<"sent" | "gone">;
  /** API Gateway closes with 1000 whatever is asked for; one machine gives the code and the reason. */
  close(connectionId: string, code: number, reason: string): Promise<void>;
  /** Where sockets have a buffer of their own: resolves when it is small again, so that a replay does not fill it. */
  drained?(connectionId: string): Promise<void>;
}

/** The event of a WebSocket API, as far as it is read here. */
export interface SocketEvent {
  readonly requestContext: {
    readonly eventType: string;
    readonly connectionId: string;
    readonly requestId: string;
  };
  /** Of the request that asked for the socket. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

export interface SocketAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
}
