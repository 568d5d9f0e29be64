"use client";

import { ExportButton } from "@pos/web/components/export-button.tsx";
import { type ExceptionRowFragment, ExceptionsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { plainTime } from "@pos/web/sales/export.ts";
import { useSession } from "@pos/web/session/session.tsx";
import { useClient } from "urql";
import type { ExceptionsAddress } from "./address.ts";
import { exceptionText } from "./exception-text.ts";
import { exceptionFilter } from "./queries.ts";
import { subjectOf } from "./subject.ts";

/** The columns of an export. */
const EXPORTED = [
  ...(["exceptions.what", "exceptions.text", "exceptions.raised", "common.location"] as const),
  ...(["exceptions.about", "exceptions.note"] as const),
];

function exportedRow(i18n: I18n, row: ExceptionRowFragment): string[] {
  const [what, text] = [i18n.code("exception", row.code), exceptionText(i18n, row, row.location.timeZone) ?? ""];
  return [
    what,
    text,
    plainTime(row.raisedAt, row.location.timeZone),
    row.location.name,
    subjectOf(i18n, row).text,
    row.note ?? "",
  ];
}

/** The list as it is filtered, in words. */
export function ExceptionExport({ address }: { readonly address: ExceptionsAddress }) {
  const i18n = useI18n();
  const { t } = i18n;
  const session = useSession();
  const client = useClient();
  return (
    <ExportButton
      name={address.show === null ? "exceptions-open" : "exceptions-done"}
      header={EXPORTED.map((key) => t(key))}
      read={async (cursor) => {
        const asked = { ...exceptionFilter(session, address), first: 100, after: cursor };
        const { data, error } = await client.query(ExceptionsDocument, asked, { requestPolicy: "network-only" });
        if (error !== undefined) throw error;
        const { nodes = [], pageInfo } = data?.exceptions ?? {};
        return {
          rows: nodes.map((row) => exportedRow(i18n, row)),
          next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
        };
      }}
    />
  );
}
