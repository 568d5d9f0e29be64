"use client";

import { CloseButton, Portal } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconAlertTriangle } from "@tabler/icons-react";
import { memo } from "react";
import classes from "../terminal.module.css";

export interface Notice {
  readonly text: string | undefined;
  readonly isProblem: boolean;
  readonly onClose: () => void;
}

/** Across the page and above whatever is open: a scan that added nothing is never missed. It stays until the next scan. */
export const NoticeBanner = memo(function NoticeAcrossPage({ text, isProblem, onClose }: Notice) {
  const { t } = useI18n();
  return (
    <Portal>
      <div aria-live="assertive" className={classes.notice} data-testid="notice">
        {text !== undefined && (
          <div className={classes.noticeText} data-problem={isProblem}>
            <IconAlertTriangle size={26} aria-hidden="true" />
            <span>{text}</span>
            <CloseButton size={44} variant="transparent" c="inherit" aria-label={t("common.close")} onClick={onClose} />
          </div>
        )}
      </div>
    </Portal>
  );
});
