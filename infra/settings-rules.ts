/**
 * `production` retains its data when it is removed; `staging` has the same settings without retention; every other
 * stage is one developer's.
 */
export interface StageSettings {
  readonly isProduction: boolean;
  readonly isPersonal: boolean;
  /** The site's domain, e.g. pos.shop.example. Default: CloudFront's own name. */
  readonly domain?: string;
  /** Receives alarms and budget notifications. */
  readonly alarmEmail?: string;
  readonly monthlyBudgetDollars: number;
  /** The sender of reports, optionally with a name. Without it this stage sends no mail. */
  readonly sender?: { readonly from: string; readonly domain: string };
  readonly logDays: number;
  /** During a canary release: the versions that continue to serve, by function. */
  readonly steadyVersions: { readonly [name: string]: string };
  /** The percentage of events that the new version receives meanwhile. */
  readonly canaryPercent: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error that names the variable and its valid values */
export function parseSettings(stage: string, environment: Environment): StageSettings {
  if (!/^[a-z][a-z0-9]{0,19}$/.test(stage))
    throw new Error(`The stage is "${stage}": use up to 20 small letters and digits, for example --stage staging.`);
  const isProduction = stage === "production";
  const isPersonal = !isProduction && stage !== "staging";
  const domain = valueIn(environment, "POS_DOMAIN", DOMAIN, "a name without https://, for example pos.shop.example");
  const alarmEmail = valueIn(environment, "POS_ALARM_EMAIL", EMAIL, "an address, for example owner@shop.example");
  const from = valueIn(environment, "MAIL_FROM", SENDER, 'an address, for example "The Shop <reports@shop.example>"');
  if (!isPersonal && alarmEmail === undefined)
    throw new Error(`POS_ALARM_EMAIL is not set: set it to the address that receives the alarms of ${stage}.`);
  if (!isPersonal && from === undefined)
    throw new Error(`MAIL_FROM is not set: set it to who the reports of ${stage} come from.`);
  const budget = valueIn(environment, "POS_BUDGET_DOLLARS", /^[1-9]\d{0,6}$/, "dollars a month, for example 50");
  const percent = valueIn(environment, "POS_CANARY_PERCENT", /^\d{1,2}$/, "a whole number from 0 to 99");
  const steady = valueIn(environment, "POS_STEADY_VERSIONS", STEADY, "graphql:41 or graphql:41,book:17");
  return {
    isProduction,
    isPersonal,
    ...(domain === undefined ? {} : { domain }),
    ...(alarmEmail === undefined ? {} : { alarmEmail }),
    ...(from === undefined ? {} : { sender: { from, domain: domainOf(from) } }),
    monthlyBudgetDollars: Number(budget ?? (isPersonal ? 10 : 50)),
    logDays: isProduction ? 90 : isPersonal ? 7 : 30,
    steadyVersions: Object.fromEntries((steady?.split(",") ?? []).map((pair) => pair.split(":"))),
    canaryPercent: Number(percent ?? 0),
  };
}

const DOMAIN = /^([a-z0-9-]+\.)+[a-z]{2,}$/;
const EMAIL = /^[^\s<>@,]+@([a-z0-9-]+\.)+[a-z]{2,}$/i;
const SENDER = /^([^<>]*<[^\s<>@,]+@([a-z0-9-]+\.)+[a-z]{2,}>|[^\s<>@,]+@([a-z0-9-]+\.)+[a-z]{2,})$/i;
const STEADY = /^(graphql|book):\d+(,(graphql|book):\d+)?$/;

function valueIn(environment: Environment, name: string, pattern: RegExp, wanted: string): string | undefined {
  const value = environment[name]?.trim();
  if (value === undefined || value === "") return undefined;
  if (!pattern.test(value)) throw new Error(`${name} is "${value}": set it to ${wanted}.`);
  return value;
}

function domainOf(sender: string): string {
  return (sender.split("@").at(-1) ?? "").replace(">", "").toLowerCase();
}
