"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { saveFile } from "@pos/web/components/save-file.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";

interface PdfButtonProps extends Pick<ButtonProps, "size"> {
  /** Without its ending. */
  readonly name: string;
  /** Asks the server for the file, in base64. Undefined: it gave none. */
  readonly load: () => Promise<string | undefined>;
}

/** Saves a receipt as a PDF, which the server makes. */
export function PdfButton({ name, load, size = "sm" }: PdfButtonProps) {
  const { t } = useI18n();
  const [state, setState] = useState<"loading" | "failed" | undefined>(undefined);
  async function save() {
    setState("loading");
    const content = await load();
    setState(content === undefined ? "failed" : undefined);
    if (content !== undefined) saveFile(`${name}.pdf`, bytesOf(content), "application/pdf");
  }
  return (
    <>
      <Button
        variant="default"
        size={size}
        mih={44}
        loading={state === "loading"}
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        onClick={() => void save()}
      >
        {t("receipt.pdf")}
      </Button>
      <div role="alert">{state === "failed" && t("receipt.pdfFailed")}</div>
    </>
  );
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
