/** The open sockets: those of API Gateway, or of this process. */
export interface Connections {
  /**
   * Sends a text, in call order per connection.
   * @returns `gone` if the connection has ended
   */
  post(connectionId: string, text: string): Promise<"sent" | "gone">;
  /** API Gateway always closes with 1000; self-hosted sockets use the given code and reason. */
  close(connectionId: string, code: number, reason: string): Promise<void>;
  /** For sockets with a local buffer: resolves when it has drained, so that a replay does not fill it. */
  drained?(connectionId: string): Promise<void>;
}

/** The members of a WebSocket API event that are read here. */
export interface SocketEvent {
  readonly requestContext: {
    readonly eventType: string;
    readonly connectionId: string;
    readonly requestId: string;
  };
  /** The headers of the handshake request. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

export interface SocketAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
}
