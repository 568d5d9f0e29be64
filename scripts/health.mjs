// Health check of the host in this container: exit code 0 or 1. If the host terminates TLS itself, its name is not
// verified.
import { request as askPlainly } from "node:http";
import { request as askByTls } from "node:https";

const ask = process.env.TLS_CERT ? askByTls : askPlainly;
const place = { host: "127.0.0.1", port: process.env.PORT || 4000, path: "/health", timeout: 2_000 };
const asked = ask({ ...place, rejectUnauthorized: false }, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
);
asked.on("timeout", () => process.exit(1));
asked.on("error", () => process.exit(1));
asked.end();
