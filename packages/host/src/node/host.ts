import type { Clock } from "@pos/core/base/context.ts";
import type { Log } from "@pos/functions/platform/log.ts";
import type { HostSettings } from "@pos/functions/platform/settings.ts";
import type { AnyCommand } from "../control/command.ts";
import type { Credentials } from "../demo/demo.ts";
import type { Certificate } from "./tls.ts";
import type { WebServer } from "./web.ts";

/** The whole system in one process: the handlers of the cloud over a table, its change log and a clock. */
export interface RunningHost {
  readonly url: string;
  readonly port: number;
  /** Where the demo's credentials are; undefined: there is no demo. */
  readonly credentialsPath: string | undefined;
  /** Only from the start that created the demo: they are printed once. */
  readonly newCredentials: Credentials | undefined;
  /** Resolves when everything recorded so far is booked, as far as this process sees to it. */
  readonly caughtUp: () => Promise<void>;
  /** Finishes what is under way and closes the table. */
  readonly close: () => Promise<void>;
}

export interface HostOptions {
  readonly settings: HostSettings;
  readonly clock: Clock;
  readonly log: Log;
  /** The dashboard, which ends with the host. Absent where no dashboard is served. */
  readonly web?: WebServer;
  /** What clients of the data folder's socket may run. */
  readonly commands?: readonly AnyCommand[];
  /** Prints the progress of the start to the console. */
  readonly progress: (line: string) => void;
}

/** A host's options once its certificate was read. */
export type ServingOptions = HostOptions & { readonly certificate: Certificate | undefined };
