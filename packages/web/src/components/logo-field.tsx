"use client";

import { Button, FileButton, Group, Input } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconPhoto } from "@tabler/icons-react";
import { useState } from "react";
import classes from "./logo-field.module.css";
import { printedPicture } from "./printed-picture.ts";
import type { FieldProps } from "./use-submit-form.ts";

interface LogoFieldProps extends FieldProps {
  readonly "data-path"?: string;
  readonly description: string;
}

/** A picture for the top of receipts, made as small as a printer needs it. */
export function LogoField({ value, error, onChange, description, "data-path": path }: LogoFieldProps) {
  const logo: string | null = value;
  const { t } = useI18n();
  const [isUnreadable, setUnreadable] = useState(false);
  async function choose(file: File | null) {
    if (!file) return;
    const picture = await printedPicture(file);
    setUnreadable(picture === undefined);
    if (picture !== undefined) onChange(picture);
  }
  return (
    <Input.Wrapper
      label={t("business.logo")}
      description={description}
      error={isUnreadable ? t("business.logoUnreadable") : error}
    >
      <div className={classes.drop} data-path={path}>
        {logo !== null && (
          // biome-ignore lint/performance/noImgElement: a data URL, which is not fetched
          <img src={logo} alt={t("business.logo")} className={classes.thumb} />
        )}
        <Group gap="sm" mt={6}>
          <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconPhoto size={16} aria-hidden="true" />}>
                {t(logo === null ? "business.logoChoose" : "business.logoReplace")}
              </Button>
            )}
          </FileButton>
          {logo !== null && (
            <Button variant="subtle" color="red" onClick={() => onChange(null)}>
              {t("business.logoRemove")}
            </Button>
          )}
        </Group>
      </div>
    </Input.Wrapper>
  );
}
