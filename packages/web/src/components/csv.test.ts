import { expect, test } from "vitest";
import { csvText } from "./csv.ts";

test("csv: quotes what needs it, keeps numbers, and lets no text become a formula", () => {
  const text = csvText(
    ["Name", "Amount"],
    [
      ["Tea, green", "12.50"],
      ['Say "hi"', -3],
      ["=1+1", "-7"],
      ["+44 20", "@x"],
    ],
  );
  expect(text).toBe('\uFEFFName,Amount\r\n"Tea, green",12.50\r\n"Say ""hi""",-3\r\n\'=1+1,-7\r\n\'+44 20,\'@x\r\n');
});
