import { expect, test } from "vitest";
import { BadSetting, callersFolder, readSettings, refuseOpenHost } from "./settings.ts";

const read = (environment: Record<string, string>, onLambda = false) => readSettings({ onLambda, environment });

/** 256 MB. */
const MINIMUM = { diskMinimumBytes: 268_435_456 };

test("readSettings: has defaults for every setting of one machine", () => {
  const defaults = { port: 4000, host: "127.0.0.1", dataFolder: ".data", ...MINIMUM, introspection: true };
  expect(read({})).toEqual(defaults);
  expect(read({ PORT: "", HOST: " ", POS_DATA_DIR: "", POS_INTROSPECTION: "" })).toEqual(defaults);
});

test("readSettings: returns the values that are set", () => {
  const environment = { PORT: "0", HOST: "::1", POS_DATA_DIR: "/data", POS_INTROSPECTION: "off" };
  expect(read(environment)).toEqual({ port: 0, host: "::1", dataFolder: "/data", ...MINIMUM, introspection: false });
  expect(read({ POS_DISK_MIN_MB: "1000" }).diskMinimumBytes).toBe(1_048_576_000);
  expect(read({ SECURITY_CONTACT: "https://shop.example/security" }).securityContact).toBe(
    "https://shop.example/security",
  );
});

test("readSettings: rejects a watermark or a contact that is none", () => {
  for (const POS_DISK_MIN_MB of ["-1", "1.5", "x", "1e9"]) expect(() => read({ POS_DISK_MIN_MB })).toThrow(BadSetting);
  for (const SECURITY_CONTACT of ["a@b.example", "http://x.example", "mailto:", "mailto:a b"])
    expect(() => read({ SECURITY_CONTACT })).toThrow(BadSetting);
});

test.each([
  ["PORT", "http"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "1e3"],
  ["HOST", "http://localhost"],
  ["POS_INTROSPECTION", "true"],
  ["TRUST_PROXY", "yes"],
])("settings: %s=%s is refused with its name and what to do", (name, value) => {
  expect(() => read({ [name]: value })).toThrow(BadSetting);
  expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name} is "${value}".*set it to`));
});

test("readSettings: turns introspection off on Lambda", () => {
  expect(read({}, true).introspection).toBe(false);
  expect(() => read({ POS_INTROSPECTION: "on" }, true)).toThrow("leave it out");
});

test("readSettings: rejects a certificate without its key", () => {
  expect(read({ TLS_CERT: "/c.pem", TLS_KEY: "/k.pem" }).tls).toEqual({ certPath: "/c.pem", keyPath: "/k.pem" });
  expect(() => read({ TLS_CERT: "/c.pem" })).toThrow("TLS_CERT is set and TLS_KEY is not");
  expect(() => read({ TLS_KEY: "/k.pem" })).toThrow("TLS_KEY is set and TLS_CERT is not");
});

test.each(["0.0.0.0", "::", "192.168.1.10", "shop.example", "127.0.0.1.example"])(
  "settings: HOST=%s is refused where nothing encrypts, with the ways out",
  (HOST) => {
    expect(() => refuseOpenHost(read({ HOST }))).toThrow(/TLS_CERT and TLS_KEY.*TRUST_PROXY=on.*leave HOST out/);
    refuseOpenHost(read({ HOST, TRUST_PROXY: "on" }));
    refuseOpenHost(read({ HOST, TLS_CERT: "/c.pem", TLS_KEY: "/k.pem" }));
  },
);

test.each(["127.0.0.1", "127.8.8.8", "::1", "localhost", ""])("refuseOpenHost: accepts HOST=%s without TLS", (HOST) => {
  refuseOpenHost(read({ HOST }));
});

test("readSettings: selects the mail server, else SES, else the mailbox", () => {
  const smtp = read({ SMTP_URL: "smtp://me%40shop.example:pass%20word@mail.example:2525" }).mail;
  expect(smtp).toEqual({
    by: new URL("smtp://me%40shop.example:pass%20word@mail.example:2525"),
    from: "me@shop.example",
  });
  expect(read({ SMTP_URL: "smtps://mail.example" }).mail?.from).toBe("POS <pos@mail.example>");
  expect(read({}, true).mail?.by).toBe("ses");
  const from = "The Shop <reports@shop.example>";
  expect(read({ MAIL_FROM: from }).mail).toEqual({ by: "mailbox", from });
});

test.each(["http://mail.example", "mail.example:25", "smtp://", "smtp://me:secret%zz@mail.example", "smtp:/x"])(
  "readSettings: rejects SMTP_URL=%s without repeating it",
  (SMTP_URL) => {
    expect(() => read({ SMTP_URL })).toThrow(/^SMTP_URL is no address of a mail server: set it to/);
    expect(() => read({ SMTP_URL })).not.toThrow(/secret/);
  },
);

test.each(["shop", "The Shop", "a@b\r\nBcc: c@d", 'The "Shop" <a@b>', "X\r\nBcc: c@d <a@b>", "<a@b>", "a@b, c@d"])(
  "settings: MAIL_FROM=%j is refused",
  (MAIL_FROM) => {
    expect(() => read({ MAIL_FROM })).toThrow(/^MAIL_FROM is/);
  },
);

test("callersFolder: returns the folder in which npm was called", () => {
  expect(callersFolder({ npm_lifecycle_event: "pos", INIT_CWD: "/home/me" })).toBe("/home/me");
  expect(callersFolder({ npm_lifecycle_event: "test", INIT_CWD: "/home/me" })).toBe(process.cwd());
  expect(callersFolder({})).toBe(process.cwd());
});

test("readSettings: returns tables instead of a data folder when POS_TABLE is set", () => {
  expect(read({ DYNAMODB_ENDPOINT: "http://127.0.0.1:8000" }).tables).toBeUndefined();
  expect(read({ POS_TABLE: "pos", AWS_REGION: "eu-central-1" }).tables).toEqual({
    dynamo: { region: "eu-central-1" },
    tableName: "pos",
    realtimeTableName: "pos-realtime",
    demo: false,
  });
  const own = { POS_TABLE: "pos", POS_REALTIME_TABLE: "live", DYNAMODB_ENDPOINT: "http://127.0.0.1:8000" };
  expect(read({ ...own, POS_DEMO: "on", POS_HOST_ADDRESS: "http://10.0.0.5:4000/" }).tables).toEqual({
    dynamo: {
      region: "us-east-1",
      endpoint: "http://127.0.0.1:8000",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    },
    tableName: "pos",
    realtimeTableName: "live",
    hostAddress: "http://10.0.0.5:4000",
    demo: true,
  });
});

test.each([
  [{ POS_TABLE: "pos" }, "AWS_REGION"],
  [{ POS_TABLE: "pos", DYNAMODB_ENDPOINT: "localhost:8000" }, "DYNAMODB_ENDPOINT"],
  [{ POS_TABLE: "pos", AWS_REGION: "eu-central-1", POS_DEMO: "on" }, "POS_DEMO"],
  [{ POS_TABLE: "pos", AWS_REGION: "eu-central-1", POS_DEMO: "yes" }, "POS_DEMO"],
  [{ POS_TABLE: "pos", AWS_REGION: "eu-central-1", POS_HOST_ADDRESS: "10.0.0.5:4000" }, "POS_HOST_ADDRESS"],
  [{ POS_TABLE: "pos", AWS_REGION: "eu-central-1", POS_HOST_ADDRESS: "http://10.0.0.5:4000/pos" }, "POS_HOST_ADDRESS"],
])("settings: tables that cannot be meant are refused: %j", (environment, name) => {
  expect(() => read(environment)).toThrow(BadSetting);
  expect(() => read(environment)).toThrow(new RegExp(`${name}.*set it to|${name} is "on", and the table is on AWS`));
});
