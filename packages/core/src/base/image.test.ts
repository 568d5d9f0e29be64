import { expect, test } from "vitest";
import { parsePicture } from "./image.ts";

function dataUrl(type: string, ...parts: readonly (string | readonly number[])[]): string {
  const bytes = parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : part));
  return `data:image/${type};base64,${Buffer.from(bytes).toString("base64")}`;
}

const four = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const rest = (length: number) => new Array<number>(length).fill(0);
const png = (width: number, height: number) =>
  dataUrl("png", "\x89PNG\r\n\x1a\n", four(13), "IHDR", four(width), four(height), [8, 0, 0, 0, 0], rest(4));
const JPEG = dataUrl("jpeg", [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0], [0xff, 0xc0, 0, 11, 8, 0, 60, 1, 44, 1], rest(8));

test.each<[string, string, number, number]>([
  ["a PNG", png(384, 120), 384, 120],
  ["a JPEG with another segment first", JPEG, 300, 60],
  ["a WebP", dataUrl("webp", "RIFF", rest(4), "WEBPVP8 ", rest(10), [200, 0, 90, 0]), 200, 90],
  [
    "a WebP without loss",
    dataUrl("webp", "RIFF", rest(4), "WEBPVP8L", rest(5), [0xc7, 0x40, 0x16, 0], rest(5)),
    200,
    90,
  ],
  ["an extended WebP", dataUrl("webp", "RIFF", rest(4), "WEBPVP8X", rest(8), [199, 0, 0, 89, 0, 0]), 200, 90],
])("parsePicture: reads the size of %s", (_, text, width, height) => {
  expect(parsePicture(text)).toEqual({ dataUrl: text, width, height });
});

test.each<[string, string, string]>([
  ["an SVG", "data:image/svg+xml;base64,PHN2Zy8+", "is no data URL of a PNG, JPEG or WebP picture"],
  ["an address", "https://shop.example/logo.png", "is no data URL of a PNG, JPEG or WebP picture"],
  ["a page that is called a picture", dataUrl("png", "<html><script>", rest(40)), "is no PNG picture"],
  ["a JPEG that is called PNG", JPEG.replace("jpeg", "png"), "is no PNG picture"],
  ["a JPEG that is cut off", dataUrl("jpeg", [0xff, 0xd8, 0xff, 0xe0, 0, 4]), "is no JPEG picture"],
  ["nothing", dataUrl("webp"), "is no WEBP picture"],
  ["one that unpacks to much", png(60_000, 60_000), "has 60000 x 60000 dots, at most 1200 each way are taken"],
  ["one without dots", png(0, 10), "has 0 x 10 dots, at most 1200 each way are taken"],
  ["a large one", dataUrl("png", rest(48 * 1024 + 1)), "is larger than 48 kB"],
])("parsePicture: rejects %s", (_, text, problem) => {
  expect(parsePicture(text)).toBe(problem);
});
