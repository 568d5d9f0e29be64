import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";

/** What the other functions are compared with: the client alone. With an item it writes that, without it reads. */
const client = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT ?? "" });

export async function handler({ put }: { readonly put?: Readonly<Record<string, string>> }): Promise<boolean> {
  const TableName = process.env.POS_TABLE;
  if (put !== undefined) {
    const Item = Object.fromEntries(Object.entries(put).map(([name, S]) => [name, { S }]));
    await client.send(new PutItemCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" }));
    return true;
  }
  const Key = { pk: { S: "nobody" }, sk: { S: "nothing" } };
  return (await client.send(new GetItemCommand({ TableName, Key }))).Item !== undefined;
}
