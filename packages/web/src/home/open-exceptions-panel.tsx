"use client";

import { Anchor, Text } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { namesOf } from "@pos/web/components/method-name.ts";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { HomeExceptionsDocument, type HomeExceptionsQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { SELDOM_MILLISECONDS, useChanges } from "@pos/web/session/changes.ts";
import { exceptionsAt } from "@pos/web/session/known.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useQuery } from "urql";
import { ShortList } from "./short-list.tsx";

const FRESH = { additionalTypenames: ["Exception"] };

export function OpenExceptionsPanel() {
  const { t, code, format } = useI18n();
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
        {({ exceptions, uncertainPayments }) => (
          <>
            {uncertainPayments?.map(({ methods, count, amount }) => (
              <Text key={methods.join()} size="sm" mb="xs" className="figures">
                {t("reports.uncertainNow", {
                  ...{ count, amount: format.money(amount) },
                  methods: namesOf(methods, { code }),
                })}
              </Text>
            ))}
            {exceptions === null || exceptions.nodes.length === 0 ? (
              <Text c="dimmed">{t("exceptions.emptyTitle")}</Text>
            ) : (
              <ShortList
                rows={exceptions.nodes.map((row) => ({
                  key: `${row.subject} ${row.code}`,
                  title: code("exception", row.code),
                  detail: detailOf(row, format.dateTime(row.raisedAt, row.location.timeZone)),
                  href: "/exceptions",
                }))}
              />
            )}
          </>
        )}
      </QueryResult>
    </Panel>
  );
}

type Row = NonNullable<HomeExceptionsQuery["exceptions"]>["nodes"][number];

/** An article is named here; all else on the page of exceptions, whose names would not fit into this page's budget. */
function detailOf({ about }: Row, at: string): string {
  return about !== null && "variant" in about ? `${about.variant.title}, ${at}` : at;
}
