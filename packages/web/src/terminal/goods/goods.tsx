"use client";

import { Alert, CloseButton, Kbd, Text, TextInput, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconAlertTriangle, IconBarcode } from "@tabler/icons-react";
import { useCounter } from "../use-device.tsx";
import type { Found } from "./find.ts";
import classes from "./goods.module.css";
import type { AddGoods } from "./use-add-goods.ts";

const BLANKS = Array.from({ length: 12 }, (_, index) => `blank ${index}`);

/** Everything that can be sold, to touch; what is searched for or scanned comes first. */
export function Goods({ goods }: { readonly goods: AddGoods }) {
  const { t } = useI18n();
  const { text, setText, field, found, isLost, problem, added } = goods;
  return (
    <section className={classes.goods} aria-label={t("terminal.goods.title")}>
      <form
        className={classes.search}
        onSubmit={(event) => {
          event.preventDefault();
          goods.enter();
        }}
      >
        <TextInput
          ref={field}
          size="lg"
          aria-label={t("terminal.goods.search")}
          placeholder={t("terminal.goods.search")}
          leftSection={<IconBarcode size={22} aria-hidden="true" />}
          rightSection={
            text === "" ? (
              <Kbd visibleFrom="sm">/</Kbd>
            ) : (
              <CloseButton size="lg" aria-label={t("common.clear")} onClick={() => setText("")} />
            )
          }
          rightSectionWidth={52}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          error={problem !== undefined}
          styles={{ input: { color: "var(--mantine-color-text)" } }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div aria-live="assertive" className={classes.problem}>
          {problem !== undefined && (
            <Alert color="red" p="xs" icon={<IconAlertTriangle aria-hidden="true" />}>
              {problem}
            </Alert>
          )}
        </div>
      </form>
      <VisuallyHidden aria-live="polite">{added}</VisuallyHidden>
      <div className={classes.tiles}>
        {found === undefined ? (
          isLost ? (
            <Text c="dimmed">{t("terminal.goods.lost")}</Text>
          ) : (
            BLANKS.map((key) => <div key={key} className={classes.blank} />)
          )
        ) : found.length === 0 ? (
          <Text c="dimmed">{t("terminal.goods.none")}</Text>
        ) : (
          found.map((variant) => <Tile key={variant.id} variant={variant} onTouch={() => goods.add(variant)} />)
        )}
      </div>
    </section>
  );
}

function Tile({ variant, onTouch }: { readonly variant: Found; readonly onTouch: () => void }) {
  const { format } = useI18n();
  const { settings } = useCounter();
  const { name, sku, unitPrice, categoryName } = variant;
  return (
    <UnstyledButton className={classes.tile} onClick={onTouch} data-sku={sku}>
      <span className={classes.name}>{name}</span>
      <span className={classes.about}>
        <Text span size="xs" c="dimmed" truncate>
          {categoryName ?? sku}
        </Text>
        <Text span fw={650} className="figures">
          {format.unitPrice({ price: unitPrice, currency: settings.currency })}
        </Text>
      </span>
    </UnstyledButton>
  );
}
