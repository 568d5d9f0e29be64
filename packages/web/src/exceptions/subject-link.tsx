"use client";

import { Anchor } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { IdCopy } from "@pos/web/components/id-copy.tsx";
import type { ExceptionSubjectFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { subjectOf } from "./subject.ts";

/** Leads to what an exception is about: a sale, a refund's sale, a terminal, a variant, or its level at a location. */
export function SubjectLink({ exception }: { readonly exception: ExceptionSubjectFragment }) {
  const i18n = useI18n();
  const { href, text } = subjectOf(i18n, exception);
  if (href === undefined) return text === exception.subject ? <IdCopy id={text} /> : text;
  return (
    <Anchor component={AppLink} href={href}>
      {text}
    </Anchor>
  );
}
