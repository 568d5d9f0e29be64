import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { ApiRequest, ApiResponse, RequestInfo } from "../api/http.ts";

/** Converts between HTTP API events (format 2.0) and the API's requests and responses. */
export function requestOf(event: APIGatewayProxyEventV2): ApiRequest {
  const { rawPath, rawQueryString, body = "", isBase64Encoded } = event;
  return {
    method: event.requestContext.http.method,
    url: rawQueryString === "" ? rawPath : `${rawPath}?${rawQueryString}`,
    headers: headersOf(event),
    arrayBuffer: async () => Buffer.from(body, isBase64Encoded ? "base64" : "utf8"),
  };
}

/** The gateway delivers cookies separately from the headers. */
function* headersOf({ headers, cookies }: APIGatewayProxyEventV2): Generator<readonly [string, string]> {
  for (const name in headers) yield [name, headers[name] ?? ""];
  if (cookies !== undefined) yield ["cookie", cookies.join("; ")];
}

export function infoOf({ requestContext }: APIGatewayProxyEventV2): RequestInfo {
  return { requestId: requestContext.requestId, sourceIp: requestContext.http.sourceIp };
}

export function resultOf({ status, headers, cookies, body }: ApiResponse): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: Object.fromEntries(headers),
    body,
    ...(cookies.length === 0 ? {} : { cookies: [...cookies] }),
  };
}
