import { describe, expect, test } from "vitest";
import { exactly, type Found } from "./find.ts";

const variant = (id: string, sku: string, ...barcodes: string[]): Found => ({
  ...{ id, sku, barcodes, name: id, unitPrice: "1", taxCodeId: "tax" },
});

describe("R5, R12: exactly", () => {
  const found = [variant("cola", "COLA", "049000006346"), variant("untrimmed", "OLD ", "998877 ")];

  test("exactly: returns the article when another form of its GTIN is scanned", () => {
    for (const code of [
      "049000006346",
      "0049000006346",
      "00049000006346",
      " 0049000006346\n",
      "００４９０００００６３４６",
    ])
      expect([code, exactly(found, code)?.id]).toEqual([code, "cola"]);
    expect(exactly(found, "0049000006347")).toBeUndefined();
  });

  test("exactly: returns the article when its stored code has white space", () => {
    expect(exactly(found, "998877")?.id).toBe("untrimmed");
    expect(exactly(found, "OLD")?.id).toBe("untrimmed");
    expect(exactly(found, "ＣＯＬＡ")?.id).toBe("cola");
  });

  test("exactly: returns the form that was scanned when two articles have one GTIN", () => {
    const doubles = [variant("first", "A", "049000006346"), variant("second", "B", "0049000006346")];
    expect(exactly(doubles, "0049000006346")?.id).toBe("second");
    expect(exactly(doubles, "049000006346")?.id).toBe("first");
  });
});
