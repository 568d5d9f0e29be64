import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import type { Log } from "@pos/functions/platform/log.ts";
import { BadSetting, type TlsFiles } from "@pos/functions/platform/settings.ts";

/** The certificate that the host shows and its key, as PEM, checked to belong together. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly validTo: string;
}

/** @throws BadSetting with what to do */
export function readCertificate({ certPath, keyPath }: TlsFiles): Certificate {
  const cert = readPem("TLS_CERT", certPath);
  const key = readPem("TLS_KEY", keyPath);
  const certificate = parsed("TLS_CERT", certPath, "a certificate in PEM form", () => new X509Certificate(cert));
  const privateKey = parsed("TLS_KEY", keyPath, "a private key in PEM form, without a passphrase", () =>
    createPrivateKey(key),
  );
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new BadSetting(
      `TLS_KEY is "${keyPath}", which is not the key of the certificate "${certPath}": name two files that were made together.`,
    );
  }
  // The rest of a chain, which is not looked at above.
  parsed("TLS_CERT", certPath, "a chain of certificates in PEM form", () => createSecureContext({ cert, key }));
  return { cert, key, validTo: new Date(certificate.validTo).toISOString() };
}

function readPem(name: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new BadSetting(
      `${name} is "${path}", which cannot be read: ${cause}. Set it to a file that this user may read.`,
    );
  }
}

function parsed<T>(name: string, path: string, what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new BadSetting(`${name} is "${path}", which is not ${what} (${cause}): set it to one.`);
  }
}

const LOOK_MILLISECONDS = 5_000;

/**
 * Hands on a certificate that was renewed on disk. Files that do not fit together are half way through being replaced, or
 * wrong: the old certificate stays, which is logged once.
 */
export function watchCertificate(
  files: TlsFiles,
  {
    current,
    log,
    renew,
  }: { readonly current: Certificate; readonly log: Log; readonly renew: (to: Certificate) => void },
): () => void {
  let shown = current;
  let complained: string | undefined;
  const timer = setInterval(() => {
    try {
      const found = readCertificate(files);
      complained = undefined;
      if (found.cert === shown.cert && found.key === shown.key) return;
      renew(found);
      shown = found;
      log({ level: "info", event: "certificate", validTo: found.validTo });
    } catch (error) {
      if (!(error instanceof BadSetting)) throw error;
      if (error.message !== complained) log({ level: "warn", event: "certificate", error: error.message });
      complained = error.message;
    }
  }, LOOK_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
