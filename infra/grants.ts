import { realtimeTable, table } from "./table";

/**
 * A function's permissions on a table, action by action. The merchant is known only at run time, so no policy can name
 * one: conditions on leading keys restrict functions to merchants' records (`mer_`), and those that find a merchant by
 * address, code or schedule also to the directory. In the code every key is built from the caller's merchant.
 */
export type Grant = sst.aws.FunctionPermissionArgs;

export const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
const MERCHANTS = "mer_*";
const DIRECTORY = "directory#*";

export interface TableGrant {
  /** Single-item actions; transactions are granted by the same actions. */
  readonly actions: readonly string[];
  readonly indexes?: readonly ("gsi1" | "gsi2")[];
  readonly directory?: boolean;
}

export function tableGrants({ actions, indexes = [], directory = false }: TableGrant): Grant[] {
  const keys = directory ? [MERCHANTS, DIRECTORY] : [MERCHANTS];
  return [
    { actions: [...actions], resources: [table.arn], conditions: keysBeginning(keys) },
    ...indexes.map((name) => ({
      actions: ["dynamodb:Query"],
      resources: [$interpolate`${table.arn}/index/${name}`],
      conditions: keysBeginning([MERCHANTS]),
    })),
  ];
}

/** Connections are keyed by their id alone; everything after sign-in is keyed by merchant. */
export function realtimeGrants(): Grant[] {
  return [
    {
      actions: [...READ.filter((action) => action !== "dynamodb:BatchGetItem"), ...WRITE],
      resources: [realtimeTable.arn],
      conditions: keysBeginning([MERCHANTS, "connection#*"]),
    },
  ];
}

export const WRITE = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"];

/**
 * Requires every key of a request to begin with one of the values. A request without keys would pass, but there is
 * none.
 */
function keysBeginning(values: string[]) {
  return [{ test: "ForAllValues:StringLike", variable: "dynamodb:LeadingKeys", values }];
}
