"use client";

import { Anchor, Text } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { subjectOf } from "@pos/web/exceptions/subject.ts";
import { HomeExceptionsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { SELDOM_MILLISECONDS, useChanges } from "@pos/web/session/changes.ts";
import { exceptionsAt } from "@pos/web/session/known.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useQuery } from "urql";
import { ShortList } from "./short-list.tsx";

const FRESH = { additionalTypenames: ["Exception"] };

export function OpenExceptionsPanel() {
  const i18n = useI18n();
  const { t, code, format } = i18n;
  const session = useSession();
  const isPermitted = usePermission();
  const isAsked = isPermitted("exception:read");
  const [state, refetch] = useQuery({
    query: HomeExceptionsDocument,
    variables: exceptionsAt(session),
    pause: !isAsked,
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(() => {
    if (isAsked) again();
  }, SELDOM_MILLISECONDS);
  return (
    <Panel
      title={t("home.exceptions")}
      action={
        <Anchor component={AppLink} href="/exceptions" size="sm">
          {t("home.allExceptions")}
        </Anchor>
      }
    >
      <QueryResult state={state} retry={again}>
        {({ exceptions }) =>
          exceptions === null || exceptions.nodes.length === 0 ? (
            <Text c="dimmed">{t("exceptions.emptyTitle")}</Text>
          ) : (
            <ShortList
              rows={exceptions.nodes.map((row) => ({
                key: `${row.subject} ${row.code}`,
                title: code("exception", row.code),
                detail: `${subjectOf(i18n, row).text}, ${format.dateTime(row.raisedAt, row.location.timeZone)}`,
                href: "/exceptions",
              }))}
            />
          )
        }
      </QueryResult>
    </Panel>
  );
}
