import { isMailAddress } from "@pos/core/base/email.ts";
import { present } from "@pos/core/base/result.ts";
import type { MailLanguage } from "@pos/core/office/mail/index.ts";
import { summaryOf } from "@pos/core/office/report/figures.ts";
import type { DailyReport } from "@pos/core/office/report/index.ts";
import { mimeOf } from "@pos/functions/mail/mime.ts";
import { reportMail } from "@pos/functions/mail/report-mail.ts";
import { parse } from "csv-parse/sync";
import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { PLAIN_OF, plainReport } from "./support.ts";

const HOSTILE = [
  "\r\nBcc: evil@example.com\r\n\r\nbody",
  "\nX-Evil: 1",
  '=HYPERLINK("http://evil.example","click")',
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  '"><style>*{display:none}</style>',
  "</title></td></table><a href='http://evil.example'>",
  "cid:hours@report",
  "&lt;b&gt; #{7*7} {{7*7}}",
  "\u202egpj.exe",
  "+1+1",
  "-2+3",
  "@SUM(1)",
  "\tTAB",
  "名称，含“引号”与逗号,",
];

/** A report in which every text holds one of them. */
function hostileReport(text: string): DailyReport {
  const plain = plainReport();
  return {
    ...plain,
    categories: [{ categoryId: "cat_1", name: text, quantity: 1000, gross: 100, refunds: 0 }],
    articles: [
      { variantId: "var_1", sku: text, description: text, quantity: 1000, gross: 100, refunds: 0 },
      { description: text, quantity: 1000, gross: 100, refunds: 0 },
    ],
    refunds: [{ occurredAt: "2026-06-15T12:00:00.000Z", reason: text, total: -456 } as never],
    drawers: [{ terminalId: "trm_1", terminalCode: text, terminalName: text, cash: -1 }],
    belowReorderPoint: [
      { locationId: "", variant: { sku: text, name: text, reorderPoint: "5" } as never, onHand: "-1" },
    ],
    reconciliation: {
      reconciles: false,
      checks: [{ name: "ALL_BOOKED", differences: [{ figure: "UNBOOKED", stored: 0, counted: 1 }], detail: text }],
      openExceptions: [{ code: text, message: text, subjectName: text, raisedAt: "2026-06-15T12:00:00.000Z" } as never],
      openExceptionCount: 1,
    },
  };
}

function mailWith(text: string, language: MailLanguage) {
  const of = { merchantName: text, location: { code: text, name: text, timeZone: "Europe/London" } };
  return reportMail(hostileReport(text), of, language);
}

async function arrived(text: string, language: MailLanguage) {
  const raw = await mimeOf({
    ...mailWith(text, language),
    merchantId: "mer_01J00000000000000000000000",
    from: `${text} <reports@shop.example>`,
    to: "owner@shop.example",
    messageId: "<one@shop.example>",
    sentAt: "2026-06-15T20:00:00.000Z",
  });
  return { raw: raw.toString(), parsed: await simpleParser(raw) };
}

const HEADERS = [
  "auto-submitted",
  "content-language",
  "content-type",
  "date",
  "from",
  "message-id",
  "mime-version",
  "subject",
  "to",
];

describe("mail: whatever a name holds", () => {
  test.each(HOSTILE)("%j makes no header and no recipient", async (text) => {
    for (const language of ["EN", "ZH_HANS"] as const) {
      const { parsed, raw } = await arrived(text, language);
      expect([...parsed.headers.keys()].sort()).toEqual(HEADERS);
      expect(raw.slice(0, raw.indexOf("\r\n\r\n"))).not.toMatch(/^(bcc|x-evil)/im);
      expect(parsed.bcc).toBeUndefined();
      expect(parsed.to).toMatchObject({ value: [{ address: "owner@shop.example" }] });
      expect(parsed.subject).not.toMatch(/[\r\n\u202e]/);
    }
  });

  test.each(HOSTILE)("%j makes no markup", (text) => {
    const { html } = mailWith(text, "EN");
    const tags = (of: string) => (of.match(/<[a-z!/][^>]*>/gi) ?? []).map((tag) => tag.split(/[\s>]/)[0]);
    expect(new Set(tags(html))).toEqual(new Set(tags(mailWith("Mug", "EN").html)));
    expect(tags(html)).toHaveLength(tags(mailWith("Mug", "EN").html).length);
    expect(html).not.toMatch(/<[^>]+\son\w+=/i);
    expect(html).not.toContain('src="');
  });

  test.each(HOSTILE)("%j is one cell of the file, and no formula", (text) => {
    const { attachments } = mailWith(text, "EN");
    const content = Buffer.from(present(attachments[0], "a file").content).toString();
    const rows = parse(content, { bom: true, record_delimiter: "\r\n" }) as string[][];
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([5]));
    const cells = rows.flat();
    const formulas = cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell));
    expect(formulas).toEqual([]);
    const shown = text.replace(/[\r\n\t\u202e]+/g, " ").trim();
    expect(cells.some((cell) => cell.replace(/\s+/g, " ").includes(shown.slice(0, 10)))).toBe(true);
  });

  test("a file's name is a plain one", () => {
    for (const text of HOSTILE)
      expect(mailWith(text, "EN").attachments[0]?.name).toMatch(/^report-[\p{L}\p{N}_-]+\.csv$/u);
  });
});

describe("mail: addresses", () => {
  test.each(["a@b.example", "owner@shop.example", "o'hara+pos@mail.shop.example", "x@xn--fsq.example"])(
    "%s is one",
    (address) => {
      expect(isMailAddress(address)).toBe(true);
    },
  );

  test.each([
    "",
    "a",
    "a@b",
    "@b",
    "a@",
    "a b@c",
    "a@b c",
    "a@b\r\nBcc: c@d",
    "a@b\n",
    "a@b,c@d",
    "a@b;c@d",
    "<a@b>",
    '"a b"@c',
    "A <a@b>",
    "a@-b",
    "a@b-",
    "a@b..c",
    ".a@b",
    "a..b@c",
    "a.@b",
    "a@b\u0000",
    "ａ@b",
    `${"a".repeat(65)}@b`,
    `a@${"b".repeat(64)}`,
    `a@${"b.".repeat(130)}c`,
  ])("%j is none", (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});

describe("mail: content", () => {
  test("of a day without sales is that there were none, and it has no picture to show", () => {
    const empty = plainReport({
      summary: summaryOf([]),
      hours: Array.from({ length: 24 }, (_, hour) => ({ hour, saleCount: 0, grossSales: 0 })),
      categories: [],
      articles: [],
      payments: [],
      customerPayments: [],
      taxes: [],
    });
    const mail = reportMail(empty, PLAIN_OF, "EN");
    expect(mail.text).toContain("Nothing was sold on this day.");
    expect(mail.html).toContain("Nothing was sold on this day.");
    expect(mail.html).not.toContain("<img");
    expect(mail.images).toEqual([]);
  });

  test("reportMail: starts with the failed checks when the day does not reconcile", () => {
    const wrong = plainReport({
      reconciliation: {
        reconciles: false,
        checks: [
          {
            name: "TOTALS_ARE_SUMS",
            differences: [
              { figure: "SALES", stored: 100, counted: 99 },
              { figure: "METHOD", methods: ["QR_CODE"], stored: 100, counted: 99 },
              { figure: "HOUR_COUNT", hour: 9, stored: 2, counted: 1 },
            ],
            detail: "gross: 1 stored, 0.99 counted",
          },
        ],
        openExceptions: [
          {
            code: "SEQUENCE_GAP",
            message: "Receipt numbers are missing: 4.",
            subjectName: "Front counter",
            raisedAt: "2026-06-15T09:05:00.000Z",
          } as never,
        ],
        openExceptionCount: 73,
      },
    });
    for (const [language, words] of [
      [
        "EN",
        [
          ...["do not reconcile", "Sales before returns: £1.00 in the books, £0.99 recorded"],
          ...["Payments by QR code: £1.00", "Number of sales from 09:00: 2 in the books, 1 recorded"],
          ...["73 open exceptions", "Receipt numbers are missing: Front counter, 15 Jun 2026, 10:05", "and 72 more"],
        ],
      ],
      [
        "ZH_HANS",
        [
          ...["账目不符", "退货前销售额：账上 £1.00，记录 £0.99", "扫码支付收款：账上 £1.00"],
          ...["09:00 起销售笔数：账上 2，记录 1", "73 项待处理异常", "小票号缺失: Front counter", "另有 72 项"],
        ],
      ],
    ] as const) {
      const mail = reportMail(wrong, PLAIN_OF, language);
      for (const word of words) {
        expect(mail.text).toContain(word);
        expect(mail.html).toContain(word);
      }
      // What is for developers is in the API alone.
      for (const word of ["SEQUENCE_GAP", "gross", "stored"]) expect(mail.text).not.toContain(word);
    }
  });

  test.each([
    ["JPY", "EN", "JP¥123,456", "123456"],
    ["KWD", "EN", "123.456", "123.456"],
    ["CNY", "ZH_HANS", "¥1,234.56", "1234.56"],
  ] as const)("%s has its own places", (currency, language, shown, written) => {
    const mail = reportMail(plainReport({ currency }), PLAIN_OF, language);
    expect(mail.text.replace("JP¥", "¥")).toContain(shown.replace("JP¥", "¥"));
    expect(Buffer.from(present(mail.attachments[0], "a file").content).toString()).toContain(`,${written}\r\n`);
  });
});
