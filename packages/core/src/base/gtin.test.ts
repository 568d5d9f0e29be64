import { describe, expect, test } from "vitest";
import { comparedBarcode, gtinForms, gtinOf } from "./gtin.ts";

describe("R5: gtinOf", () => {
  test("gtinOf: returns one number when UPC-A, EAN-13 and GTIN-14 mean one article", () => {
    for (const code of [
      "049000006346",
      "0049000006346",
      "00049000006346",
      "0 49000-00634 6",
      "０４９０００００６３４６",
    ])
      expect([code, gtinOf(code)]).toEqual([code, "00049000006346"]);
    expect(gtinOf("96385074")).toBe("00000096385074");
    expect(gtinOf("4006381333931")).toBe("04006381333931");
  });

  test("gtinOf: returns undefined when the length or the check digit is no GTIN's", () => {
    for (const code of [
      "049000006347",
      "49000006346",
      "998877",
      "0000000000000",
      "0490000063460000",
      "A49000006346",
      "",
    ])
      expect([code, gtinOf(code)]).toEqual([code, undefined]);
  });

  test("gtinOf: returns another number when the packing level is another", () => {
    expect(gtinOf("10049000006343")).toBe("10049000006343");
  });

  test("gtinForms: returns every form that has room for the number", () => {
    expect(gtinForms("00049000006346")).toEqual(["0049000006346", "049000006346", "00049000006346"]);
    expect(gtinForms("10049000006343")).toEqual(["10049000006343"]);
    expect(gtinForms("00000096385074")).toEqual(["0000096385074", "000096385074", "00000096385074", "96385074"]);
  });

  test("comparedBarcode: returns the code itself when it is no GTIN", () => {
    expect(comparedBarcode("998877")).toBe("998877");
    expect(comparedBarcode("ＡＢ１")).toBe("AB1");
  });
});
