"use client";

import { Code, SimpleGrid, Text, Textarea, TextInput } from "@mantine/core";
import { readScaleCode } from "@pos/core/base/scale-code.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { type FieldsProps, layoutsOf } from "./typed.ts";

/** How the shop's scales print weights and prices, and what is read of a code by it. */
export function ScaleFields({ field, values }: Pick<FieldsProps, "field" | "values">) {
  const { t } = useI18n();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <Textarea
        label={t("business.scaleLayouts")}
        description={t("business.scaleLayoutsHelp")}
        placeholder="21IIIIIWWDDDC"
        autosize
        minRows={2}
        spellCheck={false}
        autoCapitalize="characters"
        {...field("scaleLayouts")}
      />
      <TriedCode layouts={layoutsOf(values)} />
    </SimpleGrid>
  );
}

function TriedCode({ layouts }: { readonly layouts: readonly string[] }) {
  const { t, format } = useI18n();
  const [code, setCode] = useState("");
  const read = readScaleCode(code, layouts);
  const found = read && {
    article: read.articles.join(", "),
    value: format.decimal(read.weight ?? read.price ?? ""),
  };
  return (
    <div>
      <TextInput
        label={t("business.scaleTry")}
        description={t("business.scaleTryHelp")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={14}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Text size="sm" mt="xs" role="status" data-testid="scale-code">
        {code.trim() !== "" &&
          (found === undefined ? (
            t("business.scaleNone")
          ) : (
            <Code fz="sm">{t(read?.weight === undefined ? "business.scalePrice" : "business.scaleWeight", found)}</Code>
          ))}
      </Text>
    </div>
  );
}
