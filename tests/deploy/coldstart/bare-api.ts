import { ApolloServer } from "@apollo/server";
import { handlers, startServerAndCreateLambdaHandler } from "@as-integrations/aws-lambda";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";

/** What the graphql function is compared with: the same server and the same client, one field, one read, and nothing of ours. */
const client = new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT ?? "" });

const server = new ApolloServer({
  typeDefs: "type Query { isThere: Boolean! }",
  resolvers: {
    Query: {
      isThere: async () => {
        const key = { pk: { S: "nobody" }, sk: { S: "nothing" } };
        const { Item } = await client.send(new GetItemCommand({ TableName: process.env.POS_TABLE, Key: key }));
        return Item !== undefined;
      },
    },
  },
});

export const handler = startServerAndCreateLambdaHandler(server, handlers.createAPIGatewayProxyEventV2RequestHandler());
