import { Html, html } from "./html.ts";

/**
 * The layout of a mail: tables and inline styles, which every mail client supports. The style sheet only adapts colours
 * to dark mode, so a client that drops it shows the light ones.
 */
const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue','PingFang SC','Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei',Arial,sans-serif";
const TEXT = `${FONT};font-size:14px;line-height:20px;color:#1d2421`;
const MUTED = `${FONT};font-size:12px;line-height:18px;color:#5b625e`;
const LINE = "border-bottom:1px solid #e2e3dd";

const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #121816 !important; }
  .card { background: #1a211f !important; border-color: #2d3633 !important; }
  .text { color: #e8ecea !important; }
  .muted { color: #a0aca7 !important; }
  .line { border-color: #2d3633 !important; }
  .tile { background: #262e2b !important; }
  .bar { background: #4a9a80 !important; }
  .good { background: #20352e !important; color: #dcebe5 !important; }
  .bad { background: #46201d !important; color: #ffb9b1 !important; }
}
@media (max-width: 480px) { .tile { display: block !important; width: auto !important; margin-bottom: 6px !important; } .gap { display: none !important; } }
`;

export function page(options: { language: string; title: string; preview: string; body: readonly Html[] }): string {
  const { language, title, preview, body } = options;
  const content = html`<body class="page" style="margin:0;padding:0;background:#f6f6f2">
<div style="display:none;max-height:0;overflow:hidden">${preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#f6f6f2">
<tr><td align="center" style="padding:24px 8px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" class="card" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #e2e3dd;border-radius:10px">
${body}
</table>
</td></tr>
</table>
</body>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${html`${title}`.text}</title>
<style>${DARK}</style>
</head>
${content.text}
</html>
`;
}

function row(content: Html, padding = "0 24px"): Html {
  return html`<tr><td style="padding:${padding}">${content}</td></tr>
`;
}

export function heading(above: string, title: string, below: string): Html {
  return row(
    html`<div class="muted" style="${MUTED}">${above}</div>
<h1 class="text" style="${FONT};font-size:22px;line-height:30px;margin:2px 0 0;font-weight:650;color:#1d2421">${title}</h1>
<div class="text" style="${TEXT}">${below}</div>`,
    "24px 24px 0",
  );
}

/** A coloured box with the overall result and a list of problems. */
export function verdict(isGood: boolean, sentence: string, details: readonly string[]): Html {
  const colours = isGood ? "background:#e3efea;color:#175545" : "background:#fdeceb;color:#98200f";
  const list = details.map((detail) => html`<br>${detail}`);
  return row(
    html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="${isGood ? "good" : "bad"}" style="${FONT};font-size:14px;line-height:21px;padding:10px 14px;border-radius:8px;${colours}"><strong>${isGood ? "✓" : "!"} ${sentence}</strong>${list}</td></tr></table>`,
    "16px 24px 0",
  );
}

const GAP_PERCENT = 2;

/** Key figures side by side. */
export function tiles(figures: readonly (readonly [name: string, value: string])[]): Html {
  const width = `${Math.floor((100 - GAP_PERCENT * (figures.length - 1)) / figures.length)}%`;
  const cells = figures.map(
    ([name, value], index) =>
      html`${index === 0 ? new Html("") : html`<td class="gap" width="${GAP_PERCENT}%" style="width:${GAP_PERCENT}%;font-size:0">&nbsp;</td>`}<td class="tile" width="${width}" valign="top" style="width:${width};background:#f1f1ed;border-radius:8px;padding:10px 12px"><div class="muted" style="${MUTED}">${name}</div><div class="text" style="${FONT};font-size:18px;line-height:26px;font-weight:650;color:#1d2421">${value}</div></td>`,
  );
  return row(
    html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${cells}</tr></table>`,
    "16px 24px 0",
  );
}

export function section(title: string, content: Html): Html {
  return row(
    html`<h2 class="text" style="${FONT};font-size:15px;line-height:22px;margin:0 0 6px;font-weight:650;color:#1d2421">${title}</h2>
${content}`,
    "22px 24px 0",
  );
}

/** A table; all columns but the first are right-aligned. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): Html {
  const align = (index: number) => (index === 0 ? "left" : "right");
  const head = columns.map(
    (name, index) =>
      html`<th align="${align(index)}" class="muted line" style="${MUTED};font-weight:500;text-align:${align(index)};padding:4px 0 4px ${index === 0 ? "0" : "12px"};${LINE}">${name}</th>`,
  );
  const body = rows.map(
    (cells) =>
      html`<tr>${cells.map(
        (cell, index) =>
          html`<td align="${align(index)}" valign="top" class="text line" style="${TEXT};text-align:${align(index)};padding:6px 0 6px ${index === 0 ? "0" : "12px"};${LINE};${index === 0 ? "word-break:break-word" : "white-space:nowrap"}">${cell}</td>`,
      )}</tr>
`,
  );
  const header = columns.some((name) => name !== "") ? html`<tr>${head}</tr>` : new Html("");
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;width:100%">${header}
${body}</table>`;
}

/** Something as wide as the mail. */
export function block(content: Html): Html {
  return row(content, "22px 24px 0");
}

export function note(text: string): Html {
  return html`<div class="muted" style="${MUTED};padding-top:4px">${text}</div>`;
}

/** The share of the longest bar that the shortest has, so that it is seen. */
const BAR_PERCENT_MIN = 1;

/** Bars with their figures, as cells with a background: mail clients show no SVG, and many load no images. */
export function bars(
  rows: readonly { readonly name: string; readonly amount: number; readonly value: string }[],
): Html {
  const longest = Math.max(0, ...rows.map(({ amount }) => amount));
  const body = rows.map(({ name, amount, value }) => {
    const percent = Math.max(BAR_PERCENT_MIN, Math.round((100 * amount) / longest));
    const bar =
      amount <= 0
        ? new Html("")
        : html`<div class="bar" style="width:${percent}%;height:14px;line-height:14px;font-size:0;background:#1f6a55;border-radius:3px">&nbsp;</div>`;
    return html`<tr><td width="48" class="muted" style="${MUTED};width:48px;padding:2px 8px 2px 0;white-space:nowrap">${name}</td><td style="padding:2px 0">${bar}</td><td align="right" width="90" class="text" style="${TEXT};width:90px;text-align:right;padding:2px 0 2px 12px;white-space:nowrap">${value}</td></tr>
`;
  });
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;width:100%">
${body}</table>`;
}

export function footer(text: string): Html {
  return row(html`<div class="muted" style="${MUTED}">${text}</div>`, "22px 24px 24px");
}
