import { type NextRequest, NextResponse } from "next/server";

declare const IS_DEVELOPMENT: boolean;
/** Whether the server in front takes reports of what the policy blocked. */
declare const TAKES_CSP_REPORTS: boolean;

/** Every page gets headers that let it load nothing but its own files, and run no script that it did not write itself. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of SECURITY_HEADERS) response.headers.set(name, value);
  if (TAKES_CSP_REPORTS) response.headers.set("reporting-endpoints", 'csp="/csp-report"');
  return response;
}

export const config = { matcher: ["/((?!_next/static).*)"] };

/** Attributes may carry styles (sizes of a chart, positions of a menu); elements need the page's nonce. */
function contentSecurityPolicy(nonce: string): string {
  const development = IS_DEVELOPMENT ? " 'unsafe-eval'" : "";
  // The developer's own tools write styles of theirs.
  const styles = IS_DEVELOPMENT ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src-elem 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(TAKES_CSP_REPORTS ? ["report-to csp", "report-uri /csp-report"] : []),
  ].join("; ");
}

const SECURITY_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ["x-frame-options", "DENY"],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "same-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=(self), serial=(self)"],
];
