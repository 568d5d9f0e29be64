import CodepageEncoder, { type Codepage } from "@point-of-sale/codepage-encoder";

/** What a printer did with its bytes. */
export interface Printed {
  /** Each line that was fed, without spaces at its end. */
  readonly text: string;
  /** What the codes on the paper contain. */
  readonly codes: readonly string[];
  readonly cuts: number;
  /** Lines that were printed in double height, or bold. */
  readonly large: readonly string[];
  readonly bold: readonly string[];
}

/** The numbers of code pages at an Epson printer. */
const PAGES: Readonly<Record<number, Codepage>> = {
  0: "cp437",
  16: "windows1252",
  17: "cp866",
  18: "cp852",
  19: "cp858",
  47: "windows1253",
  48: "windows1254",
};

/** Reads the bytes as a printer does. @throws Error at a command that it does not know: nothing is skipped */
export function print(bytes: Uint8Array): Printed {
  const printer = new Printer(bytes);
  while (printer.hasMore) printer.step();
  return printer.printed();
}

const [LF, CR, ESC, FS, GS] = [0x0a, 0x0d, 0x1b, 0x1c, 0x1d];

/** How what comes next is printed. */
interface State {
  page: number;
  isChinese: boolean;
  isBold: boolean;
  isHigh: boolean;
  isChineseHigh: boolean;
  isAfterCode: boolean;
}

/** What a line has in it. */
interface Marks {
  bold: boolean;
  large: boolean;
}

class Printer {
  private at = 0;
  private line = "";
  private readonly state: State = {
    page: 0,
    isChinese: false,
    isBold: false,
    isHigh: false,
    isChineseHigh: false,
    isAfterCode: false,
  };
  private marks: Marks = { bold: false, large: false };
  private readonly lines: string[] = [];
  private readonly bold: string[] = [];
  private readonly large: string[] = [];
  private readonly codes: string[] = [];
  private code = "";
  private cuts = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get hasMore(): boolean {
    return this.at < this.bytes.length;
  }

  printed(): Printed {
    const { codes, cuts, large, bold } = this;
    const text = this.lines.join("\n").replace(/\n+$/, "\n");
    return { text, codes, cuts, large, bold };
  }

  step(): void {
    const byte = this.next();
    if (byte === LF) this.feed();
    else if (byte === ESC) this.escape(this.next());
    else if (byte === FS) this.chinese(this.next());
    else if (byte === GS) this.group(this.next());
    else if (byte < 0x20 && byte !== CR) throw new Error(`The printer does not know the byte ${byte}.`);
    else this.type(byte);
  }

  private next(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error("The bytes end within a command.");
    return byte;
  }

  private feed(): void {
    // What follows a code ends its line.
    if (this.state.isAfterCode && this.line === "") {
      this.state.isAfterCode = false;
      return;
    }
    const line = this.line.trimEnd();
    if (this.marks.bold) this.bold.push(line.trim());
    if (this.marks.large) this.large.push(line.trim());
    this.lines.push(line);
    this.line = "";
    this.marks = { bold: false, large: false };
  }

  private type(byte: number): void {
    this.marks.bold ||= this.state.isBold;
    this.marks.large ||= this.state.isHigh && (!this.state.isChinese || this.state.isChineseHigh);
    if (byte < 0x80) this.line += String.fromCharCode(byte);
    else if (this.state.isChinese) this.line += new TextDecoder("gbk").decode(Uint8Array.of(byte, this.next()));
    else this.line += String.fromCodePoint(codePoint(this.state.page, byte));
  }

  private escape(command: number): void {
    if (command === 0x40) this.state.page = 0;
    else if (command === 0x45) this.state.isBold = this.next() === 1;
    else if (command === 0x74) this.state.page = this.next();
    else if (command === 0x4d || command === 0x61) this.next();
    else throw new Error(`The printer does not know ESC ${command}.`);
  }

  private chinese(command: number): void {
    if (command === 0x26) this.state.isChinese = true;
    else if (command === 0x2e) this.state.isChinese = false;
    else if (command === 0x21) this.state.isChineseHigh = (this.next() & 0x08) !== 0;
    else throw new Error(`The printer does not know FS ${command}.`);
  }

  private group(command: number): void {
    if (command === 0x21) this.state.isHigh = (this.next() & 0x0f) > 0;
    else if (command === 0x56) {
      this.next();
      this.cuts++;
    } else if (command === 0x28 && this.next() === 0x6b) this.symbol();
    else throw new Error(`The printer does not know GS ${command}.`);
  }

  /** Functions 80 and 81 store and print a QR code. */
  private symbol(): void {
    const length = this.next() + 256 * this.next();
    const [kind, action, ...data] = this.bytes.slice(this.at, this.at + length);
    this.at += length;
    if (kind !== 0x31) throw new Error(`The printer does not know the symbol ${kind}.`);
    if (action === 0x50) this.code = Buffer.from(data.slice(1)).toString("latin1");
    if (action !== 0x51) return;
    this.codes.push(this.code);
    this.state.isAfterCode = true;
  }
}

const tables = new Map<Codepage, readonly number[]>();

function codePoint(page: number, byte: number): number {
  const name = PAGES[page];
  if (name === undefined) throw new Error(`The printer does not know the code page ${page}.`);
  const codes = tables.get(name) ?? CodepageEncoder.getCodepoints(name, true);
  tables.set(name, codes);
  const found = codes[byte];
  if (found === undefined) throw new Error(`The code page ${name} has no ${byte}.`);
  return found;
}
