import type { Log } from "@pos/functions/platform/log.ts";

/**
 * Takes browsers' reports of what a content security policy blocked, and logs them. Anyone can send one, so reports are small,
 * few, and only a few short fields of them are logged.
 */
export interface CspReports {
  readonly take: (body: Buffer) => void;
}

export const CSP_REPORT_PATH = "/csp-report";
export const CSP_REPORT_BYTES_MAX = 16 * 1024;
/** The names by which policies refer to the receiver: the newer one, and the one that older browsers know. */
export const CSP_REPORT_DIRECTIVES = `report-to csp; report-uri ${CSP_REPORT_PATH}`;
export const CSP_REPORT_HEADER = { "reporting-endpoints": `csp="${CSP_REPORT_PATH}"` } as const;

const BURST_MAX = 20;
const REPORT_MILLISECONDS = 10_000;
const FIELD_CHARACTERS_MAX = 200;
const REPORTS_PER_BODY_MAX = 5;

export function createCspReports({ log, now }: { readonly log: Log; readonly now: () => number }): CspReports {
  let [left, filledAt, dropped] = [BURST_MAX, now(), 0];
  function isOneLeft(): boolean {
    const more = Math.floor((now() - filledAt) / REPORT_MILLISECONDS);
    if (more > 0) {
      left = Math.min(BURST_MAX, left + more);
      filledAt += more * REPORT_MILLISECONDS;
    }
    if (left > 0) return left-- > 0;
    dropped++;
    return false;
  }
  return {
    take(body) {
      for (const report of reportsIn(body)) {
        if (!isOneLeft()) continue;
        log({ level: "warn", event: "csp", ...report, ...(dropped === 0 ? {} : { dropped }) });
        dropped = 0;
      }
    },
  };
}

interface Report {
  readonly directive: string;
  readonly blocked: string;
  readonly page: string;
}

function reportsIn(body: Buffer): Report[] {
  const parsed = parse(body);
  const many = Array.isArray(parsed) ? parsed.slice(0, REPORTS_PER_BODY_MAX) : [parsed];
  return many.flatMap((one) => {
    const old = field(one, "csp-report");
    const content = old ?? (field(one, "type") === "csp-violation" ? field(one, "body") : undefined);
    if (typeof content !== "object" || content === null) return [];
    const directive = field(content, "effectiveDirective") ?? field(content, "effective-directive");
    return [
      {
        directive: shortened(directive ?? field(content, "violated-directive")),
        blocked: withoutQuery(field(content, "blockedURL") ?? field(content, "blocked-uri")),
        page: withoutQuery(field(content, "documentURL") ?? field(content, "document-uri")),
      },
    ];
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function field(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
}

function shortened(value: unknown): string {
  return typeof value === "string" ? value.slice(0, FIELD_CHARACTERS_MAX) : "";
}

/** A query may have an activation code. */
function withoutQuery(value: unknown): string {
  const [text = ""] = shortened(value).split(/[?#]/, 1);
  return text;
}
