import { realtimeTable, table } from "./table";

/**
 * What a function may do to a table, action by action. Which merchant an event is about is known only when it comes, so no
 * policy can name one: the keys' beginnings keep a function to merchants' records at all (`mer_`), and those that find a merchant
 * by an address, a code or the clock to the directory besides. Within the code every key is built from the caller's merchant.
 */
export type Grant = sst.aws.FunctionPermissionArgs;

export const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
const MERCHANTS = "mer_*";
const DIRECTORY = "directory#*";

export interface TableGrant {
  /** Of single items; what a transaction does is granted by the same names. */
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

/** A connection is found by its id alone; whatever follows its sign-in begins with the merchant's. */
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

/** Every key that a request names is to begin so. A request without keys (there is none) would pass. */
function keysBeginning(values: string[]) {
  return [{ test: "ForAllValues:StringLike", variable: "dynamodb:LeadingKeys", values }];
}
