"use client";

import type { ReceiptDocument } from "@pos/core/receipt/model.ts";
import { drawCode } from "@pos/core/receipt/qr-path.ts";
import { type Paper, renderReceipt } from "@pos/core/receipt/render.ts";
import { useMemo } from "react";
import classes from "./receipt.module.css";

/** A paper on the screen, as it is printed: white in both colour schemes. */
export function ReceiptPaper({
  document,
  paper = "80",
}: {
  readonly document: ReceiptDocument;
  readonly paper?: Paper;
}) {
  const html = useMemo(() => renderReceipt(document, { paper, drawCode }), [document, paper]);
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes every text.
    <div className={classes.paper} data-testid="receipt" dangerouslySetInnerHTML={{ __html: html }} />
  );
}
