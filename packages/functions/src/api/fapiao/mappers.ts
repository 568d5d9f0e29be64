import type { FapiaoRequest as Request } from "@pos/core/selling/fapiao/index.ts";
import type { Connection } from "../pages.ts";

export type { FapiaoRequest } from "@pos/core/selling/fapiao/index.ts";

export type FapiaoRequestConnection = Connection<Request>;

export interface FapiaoTax {
  readonly request: Request;
  readonly row: Request["taxes"][number];
}
