"use client";

import { Portal } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import type { ReceiptDocument } from "@pos/core/receipt/model.ts";
import { PAPER_SIZES, PAPERS, type Paper } from "@pos/core/receipt/render.ts";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ReceiptPaper } from "./paper.tsx";
import classes from "./receipt.module.css";

export interface Printer {
  /** What this device prints on; it is remembered. */
  readonly paper: Paper;
  readonly setPaper: (paper: Paper) => void;
  readonly print: (document: ReceiptDocument) => void;
  /** To be rendered somewhere: what is on its way to the printer. */
  readonly sheet: ReactNode;
}

/** Prints a paper and nothing else of the page. */
export function usePrinter(): Printer {
  const [stored, setPaper] = useLocalStorage<string>({ key: "pos.paper", defaultValue: "80" });
  const [document, print] = useState<ReceiptDocument | undefined>(undefined);
  // Earlier versions knew one roll.
  const paper = PAPERS.find((one) => one === stored) ?? "80";
  const sheet = document && <PrintSheet document={document} paper={paper} onDone={() => print(undefined)} />;
  return { paper, setPaper, print, sheet };
}

interface PrintSheetProps {
  readonly document: ReceiptDocument;
  readonly paper: Paper;
  readonly onDone: () => void;
}

function PrintSheet(props: PrintSheetProps) {
  return (
    <Portal reuseTargetNode={false} className={classes.sheet}>
      <Sheet {...props} />
    </Portal>
  );
}

/** Inside of the portal, so that it is in the page when its length is measured. */
function Sheet({ document: printed, paper, onDone }: PrintSheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const size = pageSize(paper, sheet.current?.getBoundingClientRect().height ?? 0);
    const style = new CSSStyleSheet();
    style.replaceSync(`@page { ${size} }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
    const over = () => done.current();
    window.addEventListener("afterprint", over);
    window.print();
    return () => {
      window.removeEventListener("afterprint", over);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
    };
  }, [paper]);
  return (
    <div ref={sheet}>
      <ReceiptPaper document={printed} paper={paper} />
    </div>
  );
}

const PIXELS_A_MILLIMETRE = 96 / 25.4;
const ROLL_MARGIN = 4;
const SHEET_MARGIN = 18;

/** A roll is cut where the text ends: a printer that feeds whole pages would feed blank paper. */
function pageSize(paper: Paper, pixels: number): string {
  const { width, printed } = PAPER_SIZES[paper];
  if (paper === "a4") return `size: A4; margin: ${SHEET_MARGIN}mm`;
  const length = Math.ceil(pixels / PIXELS_A_MILLIMETRE) + 2 * ROLL_MARGIN + 1;
  return `size: ${width}mm ${length}mm; margin: ${ROLL_MARGIN}mm ${(width - printed) / 2}mm`;
}
