import { parseSender } from "./mail-address.ts";

/**
 * The settings of a self-hosted machine from the environment. Only this file reads process.env; an invalid value is
 * rejected with a message that explains the fix.
 */
export interface HostSettings {
  /** The port to listen on; 0 takes a free one. On Lambda API Gateway listens instead. */
  readonly port: number;
  readonly host: string;
  /** The folder that stores all data of one machine. */
  readonly dataFolder: string;
  /** Below this much free space on the data folder's disk, only sales are taken. */
  readonly diskMinimumBytes: number;
  /** Whether clients may introspect the schema. Never on Lambda. */
  readonly introspection: boolean;
  /** If present, the machine serves https only. */
  readonly tls?: TlsFiles;
  /** A proxy in front of the machine terminates TLS. */
  readonly behindProxy?: boolean;
  /** A mailto:, https: or tel: address for reports of vulnerabilities, published in security.txt. */
  readonly securityContact?: string;
  /** Default: the local mailbox. */
  readonly mail?: MailSettings;
  /** If present, all data is stored in DynamoDB, shared with other hosts, and the data folder is not used. */
  readonly tables?: TableSettings;
}

/** The tables shared by hosts over DynamoDB. */
export interface TableSettings extends Pick<CloudSettings, "dynamo" | "tableName" | "realtimeTableName"> {
  /** The URL, without a path, at which other hosts reach this one. Default: all hosts are on this machine. */
  readonly hostAddress?: string;
  /** Whether an empty self-hosted table gets a demo shop. */
  readonly demo: boolean;
}

export interface MailSettings {
  /** The URL of a mail server, Amazon SES, or the local mailbox. */
  readonly by: URL | "ses" | "mailbox";
  /** An address, optionally with a name. */
  readonly from: string;
}

/** Paths of PEM files. */
export interface TlsFiles {
  readonly certPath: string;
  readonly keyPath: string;
}

export class BadSetting extends Error {
  override readonly name = "BadSetting";
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readSettings(options: { onLambda: boolean; environment?: Environment }): HostSettings {
  const environment = options.environment ?? process.env;
  const tls = readTls(environment);
  const mail = readMail(environment, options.onLambda);
  const tables = options.onLambda ? undefined : readTables(environment);
  const securityContact = readSecurityContact(valueFor(environment, "SECURITY_CONTACT"));
  return {
    ...(tables ? { tables } : {}),
    ...(mail ? { mail } : {}),
    ...(tls ? { tls } : {}),
    ...(securityContact === undefined ? {} : { securityContact }),
    ...(readProxy(valueFor(environment, "TRUST_PROXY")) ? { behindProxy: true } : {}),
    port: readPort(valueFor(environment, "PORT")),
    host: readHost(valueFor(environment, "HOST")),
    dataFolder: valueFor(environment, "POS_DATA_DIR") ?? ".data",
    diskMinimumBytes: readDiskMinimum(valueFor(environment, "POS_DISK_MIN_MB")),
    introspection: readIntrospection(valueFor(environment, "POS_INTROSPECTION"), options.onLambda),
  };
}

/** The settings of a function on Lambda, set by the deployment. */
export interface CloudSettings {
  readonly dynamo: {
    readonly region: string;
    readonly endpoint?: string;
    /** The function role's keys: Lambda issues them for each process, and they outlive it. */
    readonly credentials?: {
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string;
    };
  };
  readonly tableName: string;
  readonly realtimeTableName: string;
  /** The management endpoint of the WebSocket API, which accepts messages for open sockets. */
  readonly socketEndpoint: string;
  /** The queue of mail jobs. */
  readonly mailQueueUrl: string;
  /** The deployment stage. */
  readonly stage: string;
  readonly introspection: boolean;
  readonly mail: MailSettings;
}

/** Missing variables are tolerated until they are used: not every function needs all of them. */
export function readCloudSettings(environment: Environment = process.env): CloudSettings {
  const endpoint = valueFor(environment, "DYNAMODB_ENDPOINT");
  const mail = readMail(environment, true);
  return {
    dynamo: {
      region: valueFor(environment, "AWS_REGION") ?? "us-east-1",
      ...(endpoint === undefined ? {} : { endpoint }),
      ...readKeys(environment),
    },
    tableName: required(environment, "POS_TABLE"),
    realtimeTableName: valueFor(environment, "POS_REALTIME_TABLE") ?? "",
    socketEndpoint: valueFor(environment, "POS_SOCKET_ENDPOINT") ?? "",
    mailQueueUrl: valueFor(environment, "POS_MAIL_QUEUE_URL") ?? "",
    stage: valueFor(environment, "POS_STAGE") ?? "none",
    introspection: readIntrospection(valueFor(environment, "POS_INTROSPECTION"), true),
    mail: mail ?? { by: "ses", from: "POS <pos@localhost>" },
  };
}

function readKeys(environment: Environment): Pick<CloudSettings["dynamo"], "credentials"> {
  const accessKeyId = valueFor(environment, "AWS_ACCESS_KEY_ID");
  const secretAccessKey = valueFor(environment, "AWS_SECRET_ACCESS_KEY");
  const sessionToken = valueFor(environment, "AWS_SESSION_TOKEN");
  if (accessKeyId === undefined || secretAccessKey === undefined) return {};
  return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) } };
}

function readTables(environment: Environment): TableSettings | undefined {
  const tableName = valueFor(environment, "POS_TABLE");
  if (tableName === undefined) return undefined;
  const endpoint = readEndpoint(valueFor(environment, "DYNAMODB_ENDPOINT"));
  const region = valueFor(environment, "AWS_REGION");
  if (region === undefined && endpoint === undefined)
    throw new BadSetting(
      "POS_TABLE is set and AWS_REGION is not: set it to the table's region, or DYNAMODB_ENDPOINT to the address of your own DynamoDB.",
    );
  const hostAddress = readHostAddress(valueFor(environment, "POS_HOST_ADDRESS"));
  const demo = readSwitch(environment, "POS_DEMO");
  if (demo && endpoint === undefined)
    throw new BadSetting('POS_DEMO is "on", and the table is on AWS: a demo shop is made in your own DynamoDB only.');
  // DynamoDB Local accepts any keys, so none need be configured.
  const keys = endpoint === undefined ? {} : { credentials: { accessKeyId: "local", secretAccessKey: "local" } };
  return {
    dynamo: {
      region: region ?? "us-east-1",
      ...(endpoint === undefined ? {} : { endpoint }),
      ...keys,
      ...readKeys(environment),
    },
    tableName,
    realtimeTableName: valueFor(environment, "POS_REALTIME_TABLE") ?? `${tableName}-realtime`,
    ...(hostAddress === undefined ? {} : { hostAddress }),
    demo,
  };
}

function readEndpoint(value: string | undefined): string | undefined {
  if (value === undefined || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) return value;
  throw new BadSetting(
    `DYNAMODB_ENDPOINT is "${value}": set it to the address of your own DynamoDB, for example http://127.0.0.1:8000, or leave it out.`,
  );
}

function readHostAddress(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search + url.username === "")
    return url.origin;
  throw new BadSetting(
    `POS_HOST_ADDRESS is "${value}": set it to where the other hosts reach this one, for example http://10.0.0.5:4000.`,
  );
}

function readSwitch(environment: Environment, name: string): boolean {
  const value = valueFor(environment, name);
  if (value !== undefined && value !== "on" && value !== "off")
    throw new BadSetting(`${name} is "${value}": set it to "on" or "off", or leave it out.`);
  return value === "on";
}

/**
 * The bucket of dead-letter records.
 * @returns undefined if none is configured
 */
export function readDeadLetterBucket(
  environment: Environment = process.env,
): { readonly bucket: string; readonly region: string; readonly endpoint?: string } | undefined {
  const bucket = valueFor(environment, "POS_FAILURES_BUCKET");
  const endpoint = valueFor(environment, "S3_ENDPOINT");
  if (bucket === undefined) return undefined;
  const region = valueFor(environment, "AWS_REGION") ?? "us-east-1";
  return { bucket, region, ...(endpoint === undefined ? {} : { endpoint }) };
}

function required(environment: Environment, name: string): string {
  const value = valueFor(environment, name);
  if (value === undefined) throw new BadSetting(`${name} is not set: the deployment sets it.`);
  return value;
}

/** Messages never repeat the value of SMTP_URL, which may contain a password. */
function readMail(environment: Environment, onLambda: boolean): MailSettings | undefined {
  const smtp = valueFor(environment, "SMTP_URL");
  const from = valueFor(environment, "MAIL_FROM");
  if (from !== undefined && parseSender(from) === undefined) {
    throw new BadSetting(
      `MAIL_FROM is "${from}": set it to a mail address, for example MAIL_FROM="The Shop <reports@shop.example>".`,
    );
  }
  if (smtp === undefined && from === undefined && !onLambda) return undefined;
  if (smtp === undefined) return { by: onLambda ? "ses" : "mailbox", from: from ?? "POS <pos@localhost>" };
  const url = URL.canParse(smtp) ? new URL(smtp) : undefined;
  const isReadable = url && !/%(?![0-9a-f]{2})/i.test(url.username + url.password);
  if (!isReadable || !/^smtps?:$/.test(url.protocol) || url.hostname === "") {
    throw new BadSetting(
      "SMTP_URL is no address of a mail server: set it to smtp://user:password@host:587 or smtps://user:password@host:465, or leave it out.",
    );
  }
  const user = decodeURIComponent(url.username);
  return { by: url, from: from ?? (parseSender(user) ? user : `POS <pos@${url.hostname}>`) };
}

/**
 * The folder in which `npm run pos` was typed: npm runs the command in the project's folder and passes the original
 * one.
 */
export function callersFolder(environment: Environment = process.env): string {
  const folder = environment.npm_lifecycle_event === "pos" ? valueFor(environment, "INIT_CWD") : undefined;
  return folder ?? process.cwd();
}

/** An empty variable counts as unset, because shells and container files use it to omit one. */
function valueFor(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === "" ? undefined : value;
}

function readPort(value: string | undefined): number {
  if (value === undefined) return 4000;
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) {
    throw new BadSetting(`PORT is "${value}": set it to a whole number from 0 to 65535, for example PORT=4000.`);
  }
  return port;
}

function readDiskMinimum(value = "256"): number {
  if (!/^\d{1,9}$/.test(value))
    throw new BadSetting(
      `POS_DISK_MIN_MB is "${value}": set it to a whole number of megabytes, for example POS_DISK_MIN_MB=1000.`,
    );
  return Number(value) * 1024 * 1024;
}

function readHost(value: string | undefined): string {
  if (value === undefined) return "127.0.0.1";
  if (!/^[A-Za-z0-9.:_-]{1,253}$/.test(value)) {
    throw new BadSetting(
      `HOST is "${value}": set it to an address or a name without a port, for example HOST=0.0.0.0.`,
    );
  }
  return value;
}

function readTls(environment: Environment): TlsFiles | undefined {
  const certPath = valueFor(environment, "TLS_CERT");
  const keyPath = valueFor(environment, "TLS_KEY");
  if (certPath !== undefined && keyPath !== undefined) return { certPath, keyPath };
  if (certPath === undefined && keyPath === undefined) return undefined;
  const [there, missing] = certPath === undefined ? ["TLS_KEY", "TLS_CERT"] : ["TLS_CERT", "TLS_KEY"];
  throw new BadSetting(`${there} is set and ${missing} is not: set both to the paths of PEM files, or neither.`);
}

function readSecurityContact(value: string | undefined): string | undefined {
  if (value === undefined || (/^(mailto:|https:\/\/|tel:)[\x21-\x7e]{1,500}$/.test(value) && URL.canParse(value)))
    return value;
  throw new BadSetting(
    `SECURITY_CONTACT is "${value}": set it to an address for reports of vulnerabilities, for example SECURITY_CONTACT=mailto:security@shop.example, or leave it out.`,
  );
}

function readProxy(value: string | undefined): boolean {
  if (value !== undefined && value !== "on" && value !== "off") {
    throw new BadSetting(`TRUST_PROXY is "${value}": set it to "on" where a proxy ends TLS, or leave it out.`);
  }
  return value === "on";
}

/**
 * Passwords and sales must not cross a network unencrypted.
 * @throws BadSetting if the host would be reachable over the network without TLS
 */
export function refuseOpenHost({ host, tls, behindProxy }: HostSettings): void {
  if (tls || behindProxy || isLoopback(host)) return;
  throw new BadSetting(
    `HOST is "${host}", which other machines can reach, and nothing encrypts what they send: set TLS_CERT and TLS_KEY to the PEM files of a certificate and its key, or set TRUST_PROXY=on where a proxy on the way ends TLS, or leave HOST out.`,
  );
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function readIntrospection(value: string | undefined, onLambda: boolean): boolean {
  if (value !== undefined && value !== "on" && value !== "off") {
    throw new BadSetting(`POS_INTROSPECTION is "${value}": set it to "on" or "off", or leave it out.`);
  }
  if (!onLambda) return value !== "off";
  if (value === "on") {
    throw new BadSetting('POS_INTROSPECTION is "on", but a deployed server never shows its schema: leave it out.');
  }
  return false;
}
