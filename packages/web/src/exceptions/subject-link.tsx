"use client";

import { Anchor } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { IdCopy, shortId } from "@pos/web/components/id-copy.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";

/** Leads to what an exception is about: a sale, a terminal, or the level of a variant at a location. */
export function SubjectLink({ subject }: { readonly subject: string }) {
  const { t } = useI18n();
  const variant = /^loc_\w+\.(var_\w+)$/.exec(subject)?.[1];
  if (variant !== undefined) return <SubjectAnchor href={`/stock/${variant}`} text={t("exceptions.level")} />;
  if (subject.startsWith("sal_"))
    return <SubjectAnchor href={`/sales/${subject}`} text={`${t("sales.one")} ${shortId(subject)}`} />;
  if (subject.startsWith("trm_"))
    return <SubjectAnchor href="/terminals" text={`${t("sales.terminal")} ${shortId(subject)}`} />;
  return <IdCopy id={subject} />;
}

function SubjectAnchor({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <Anchor component={AppLink} href={href}>
      {text}
    </Anchor>
  );
}
