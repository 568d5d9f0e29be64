import { once } from "node:events";
import { charactersOf, type Ruler, wrapped } from "./columns.ts";
import type { PaperFont } from "./fonts.ts";
import { qrPath } from "./qr-path.ts";

/** In points, as all lengths here. */
export const SHEET = { width: 595.28, height: 841.89, margin: 51 } as const;

export interface TextStyle {
  readonly size: number;
  readonly isBold?: boolean;
  readonly align?: "left" | "centre" | "right";
}

/** Where a text is and how wide it may be, from the left edge of the sheet. */
export interface Column {
  readonly left: number;
  readonly width: number;
}

interface PenOptions {
  readonly lang: string;
  readonly made: string;
  readonly fonts: readonly PaperFont[];
}

/** Draws on the sheets of a PDF. */
export class Pen {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly fonts: readonly PaperFont[];

  private constructor(pdf: PDFKit.PDFDocument, fonts: readonly PaperFont[]) {
    [this.pdf, this.fonts] = [pdf, fonts];
    for (const { name, bytes } of fonts) pdf.registerFont(name, Buffer.from(bytes));
  }

  /**
   * Loads the library with the first document.
   * @param made when the document was made: without it each file would be another
   */
  static async forDocument(title: string, { lang, made, fonts }: PenOptions): Promise<Pen> {
    const { default: PDFDocument } = await import("pdfkit");
    const pdf = new PDFDocument({
      ...{ size: "A4", margin: 0, bufferPages: true, autoFirstPage: false, lang, displayTitle: true },
      info: { Title: title, CreationDate: new Date(made) },
      // Otherwise the library reads a font of its own.
      font: "",
    });
    return new Pen(pdf, fonts);
  }

  /** The lines of a text in a column. */
  lines(text: string, width: number, size: number): string[] {
    // A Chinese character is one em wide, and two columns.
    const ruler: Ruler = { columns: (2 * width) / size, widthOf: (character) => 2 * this.fontOf(character).width };
    return wrapped(text, ruler);
  }

  /** @param baseline from the top of the sheet */
  write(line: string, { left, width }: Column, baseline: number, style: TextStyle): void {
    const { size, align = "left", isBold = false } = style;
    const space = width - this.widthOf(line) * size;
    let at = left + (align === "left" ? 0 : align === "right" ? space : space / 2);
    for (const { font, text } of this.runsOf(line)) {
      this.pdf.font(font.name, size).lineWidth(size / 30);
      this.pdf.text(text, at, baseline, { lineBreak: false, baseline: "alphabetic", fill: true, stroke: isBold });
      at += (font.widthOf(text) ?? 0) * size;
    }
  }

  rule(top: number): void {
    const { margin, width } = SHEET;
    this.pdf.lineWidth(0.5);
    this.pdf
      .moveTo(margin, top)
      .lineTo(width - margin, top)
      .stroke();
  }

  /** A code for a camera. */
  code(text: string, { left, width }: Column, top: number): void {
    const { path, size } = qrPath(text);
    this.pdf
      .save()
      .translate(left, top)
      .scale(width / size)
      .path(path)
      .fill()
      .restore();
  }

  picture(bytes: Uint8Array, { left, width }: Column, top: number): void {
    this.pdf.image(Buffer.from(bytes), left, top, { width });
  }

  nextSheet(): void {
    this.pdf.addPage();
  }

  /** Numbers the sheets, if they are several. */
  async finished(): Promise<Uint8Array> {
    const { count } = this.pdf.bufferedPageRange();
    for (let index = 0; count > 1 && index < count; index++) {
      this.pdf.switchToPage(index);
      const column = { left: SHEET.margin, width: SHEET.width - 2 * SHEET.margin };
      this.write(`${index + 1} / ${count}`, column, SHEET.height - 30, { size: 9, align: "centre" });
    }
    const chunks: Buffer[] = [];
    this.pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    const ended = once(this.pdf, "end");
    this.pdf.end();
    await ended;
    return Buffer.concat(chunks);
  }

  private widthOf(text: string): number {
    return charactersOf(text).reduce((sum, character) => sum + this.fontOf(character).width, 0);
  }

  private runsOf(line: string): Run[] {
    const runs: Run[] = [];
    for (const character of charactersOf(line)) {
      const { font } = this.fontOf(character);
      const last = runs.at(-1);
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  }

  private fontOf(character: string): { readonly font: PaperFont; readonly width: number } {
    for (const font of this.fonts) {
      const width = font.widthOf(character);
      if (width !== undefined) return { font, width };
    }
    throw new Error(`No font has ${JSON.stringify(character)}: it was to be replaced before.`);
  }
}

interface Run {
  readonly font: PaperFont;
  text: string;
}
