import { expect, test } from "vitest";
import { decoded, type Encoding, encodingOf } from "./decode.ts";

const TEXT = "编号,名称,价格\r\nA-1,绿茶 500ml,3.50\r\n";

const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
};
const bytesOf = (...bytes: number[]) => new Uint8Array(bytes);

/** 编号,名称 and 绿茶 as GBK writes them. */
const GBK = bytesOf(
  ...[0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a],
  ...[0x41, 0x2d, 0x31, 0x2c, 0xc2, 0xcc, 0xb2, 0xe8, 0x0a],
);
/** SKU,Café Müller,Crème brûlée in Windows' Western encoding. */
const WESTERN = Uint8Array.from("SKU,Café Müller,Crème brûlée,Señor\n", (letter) => letter.charCodeAt(0));

test.each<[string, Uint8Array, Encoding, string]>([
  ["UTF-8", new TextEncoder().encode(TEXT), "utf-8", TEXT],
  ["UTF-8 with a mark", new TextEncoder().encode(`\uFEFF${TEXT}`), "utf-8", TEXT],
  ["UTF-16 of Excel", utf16(`\uFEFFSKU\tName\r\nA\t绿茶`, true), "utf-16le", "SKU\tName\r\nA\t绿茶"],
  ["UTF-16 without a mark", utf16("SKU,Name,Price\r\nA-1,Tea,3", true), "utf-16le", "SKU,Name,Price\r\nA-1,Tea,3"],
  ["UTF-16, big end first", utf16(`\uFEFF${TEXT}`, false), "utf-16be", TEXT],
  ["GBK", GBK, "gb18030", "编号,名称\nA-1,绿茶\n"],
  ["a Western encoding", WESTERN, "windows-1252", "SKU,Café Müller,Crème brûlée,Señor\n"],
  ["ASCII", new TextEncoder().encode("SKU,Name\nA,B"), "utf-8", "SKU,Name\nA,B"],
])("encodingOf: recognizes %s", (_what, bytes, encoding, text) => {
  expect(encodingOf(bytes)).toBe(encoding);
  expect(decoded(bytes, encoding)).toBe(text);
});
