import { LIMITS } from "../../base/limits.ts";
import { foldedCode } from "../../base/text.ts";

/**
 * Receipt numbers are counted by the terminal and may arrive in any order. This tracks, booking by booking, which are missing
 * and which were used twice. The numbers of the current block stand in the terminal's record; a full block is laid aside
 * once, so that the usual sale writes one record and any old number is still found by its block.
 */
export interface Receipts {
  readonly highest: number;
  /** Missing numbers, ascending. `revealedBy` is the sale whose number showed the gap. */
  readonly gaps: readonly Gap[];
  /** The numbers of the block of `highest`, and the sales that used them. */
  readonly current: ReceiptNumbers;
}

export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly revealedBy: string;
}

export interface ReceiptNumbers {
  readonly [sequence: string]: readonly string[];
}

export interface ReceiptBlock {
  readonly numbers: ReceiptNumbers;
}

export const NO_RECEIPTS: Receipts = { highest: 0, gaps: [], current: {} };
export const NO_BLOCK: ReceiptBlock = { numbers: {} };

const BLOCK_NUMBERS = 16;
const DIGITS_MAX = 10;
/**
 * The number from which a terminal counts on. Earlier versions counted on from any jump, so that a terminal could end beyond all valid
 * numbers: it goes on with the number before such a jump.
 */
export function lastCounted({ highest, gaps }: Receipts): number {
  if (highest <= LIMITS.sequenceMax) return highest;
  const isJump = ({ from, to }: Gap) => from <= LIMITS.sequenceMax && to - from >= LIMITS.sequenceJumpMax;
  return (gaps.findLast(isJump)?.from ?? 1) - 1;
}

/** A number so far ahead that the terminal does not count on from it. */
export function isFarAhead(receipts: Receipts, sequence: number): boolean {
  return sequence > lastCounted(receipts) + LIMITS.sequenceJumpMax;
}

/** A sale with a number that is far ahead is booked: the number is kept beside what the terminal counts. */
export function jumpSeen(receipts: Receipts, block: ReceiptBlock, sequence: number, saleId: string): ReceiptSeen {
  const isCurrent = blockOf(sequence) === blockOf(receipts.highest);
  const numbers = withUser(isCurrent ? receipts.current : block.numbers, sequence, saleId);
  if (isCurrent) return { receipts: { ...receipts, current: numbers }, blocks: [] };
  return { receipts, blocks: [{ block: blockOf(sequence), numbers }] };
}

function withUser(numbers: ReceiptNumbers, sequence: number, saleId: string): ReceiptNumbers {
  const name = String(sequence);
  const others = numbers[name];
  return { ...numbers, [name]: others === undefined ? [saleId] : [...others, saleId].slice(0, SHARING_MAX) };
}

/** A terminal that counts wildly must not fill its record: beyond this, neighbouring gaps are kept as one. */
const GAPS_MAX = 200;
/** A number that hundreds of sales share names the first ones. */
const SHARING_MAX = 20;

export function blockOf(sequence: number): number {
  return Math.floor(sequence / BLOCK_NUMBERS);
}

export interface ReceiptSeen {
  readonly receipts: Receipts;
  /** Blocks to be written beside it. */
  readonly blocks: readonly { readonly block: number; readonly numbers: ReceiptNumbers }[];
}

/**
 * The sales that used a receipt number so far.
 * @param block the block of `sequence` as it was laid aside; empty where it is the current one
 */
export function usersOf(receipts: Receipts, block: ReceiptBlock, sequence: number): readonly string[] {
  const numbers = blockOf(sequence) === blockOf(receipts.highest) ? receipts.current : block.numbers;
  return numbers[String(sequence)] ?? [];
}

/** A sale with a receipt number is booked. @param block as for `usersOf` */
export function receiptSeen(receipts: Receipts, block: ReceiptBlock, sequence: number, saleId: string): ReceiptSeen {
  const currentBlock = blockOf(receipts.highest);
  if (sequence > receipts.highest) {
    const opens = blockOf(sequence) !== currentBlock;
    const gap =
      sequence > receipts.highest + 1 ? [{ from: receipts.highest + 1, to: sequence - 1, revealedBy: saleId }] : [];
    const laidAside =
      opens && Object.keys(receipts.current).length > 0 ? [{ block: currentBlock, numbers: receipts.current }] : [];
    const current = withUser(opens ? block.numbers : receipts.current, sequence, saleId);
    return {
      receipts: { highest: sequence, gaps: bounded([...receipts.gaps, ...gap]), current },
      blocks: laidAside,
    };
  }
  const isCurrent = blockOf(sequence) === currentBlock;
  const numbers = isCurrent ? receipts.current : block.numbers;
  const sharedWith = usersOf(receipts, block, sequence);
  const added = withUser(numbers, sequence, saleId);
  const gaps = sharedWith.length === 0 ? withoutNumber(receipts.gaps, sequence) : receipts.gaps;
  if (isCurrent) return { receipts: { ...receipts, gaps, current: added }, blocks: [] };
  return { receipts: { ...receipts, gaps }, blocks: [{ block: blockOf(sequence), numbers: added }] };
}

function withoutNumber(gaps: readonly Gap[], sequence: number): Gap[] {
  const rest = gaps.flatMap((gap): Gap[] => {
    if (sequence < gap.from || sequence > gap.to) return [gap];
    const pieces: Gap[] = [];
    if (gap.from < sequence) pieces.push({ ...gap, to: sequence - 1 });
    if (sequence < gap.to) pieces.push({ ...gap, from: sequence + 1 });
    return pieces;
  });
  return bounded(rest);
}

function bounded(gaps: Gap[]): Gap[] {
  if (gaps.length <= GAPS_MAX) return gaps;
  const [first, second, ...rest] = gaps;
  return first && second ? [{ ...first, to: second.to }, ...rest] : gaps;
}

/** Parses a receipt number as it is typed or scanned: the code of a terminal, a dash and its count. */
export function parseReceiptNumber(
  receiptNumber: string,
): { readonly code: string; readonly sequence: number } | undefined {
  const typed = foldedCode(receiptNumber);
  const dash = typed.lastIndexOf("-");
  const digits = typed.slice(dash + 1);
  if (dash < 1 || digits.length > DIGITS_MAX || !/^\d+$/.test(digits)) return undefined;
  return { code: typed.slice(0, dash), sequence: Number(digits) };
}
