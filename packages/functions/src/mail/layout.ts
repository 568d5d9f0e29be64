import { Html, html } from "./html.ts";

/**
 * The layout of a mail: tables and inline styles, which every mail client supports. The style sheet only adapts colours
 * to dark mode, so a client that drops it shows the light ones.
 */
const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue','PingFang SC','Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei',Arial,sans-serif";
const TEXT = `${FONT};font-size:14px;line-height:20px;color:#1d2433`;
const MUTED = `${FONT};font-size:12px;line-height:18px;color:#626c7d`;
const LINE = "border-bottom:1px solid #e6e9ef";

const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #14171c !important; }
  .card { background: #1e2229 !important; border-color: #323842 !important; }
  .text { color: #e8ebf0 !important; }
  .muted { color: #a3acba !important; }
  .line { border-color: #323842 !important; }
  .tile { background: #272c35 !important; }
  .good { background: #12352a !important; color: #8fe0bd !important; }
  .bad { background: #46201d !important; color: #ffb9b1 !important; }
}
@media (max-width: 480px) { .tile { display: block !important; width: auto !important; margin-bottom: 6px !important; } .gap { display: none !important; } }
`;

export function page(options: { language: string; title: string; preview: string; body: readonly Html[] }): string {
  const { language, title, preview, body } = options;
  const content = html`<body class="page" style="margin:0;padding:0;background:#eef1f5">
<div style="display:none;max-height:0;overflow:hidden">${preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#eef1f5">
<tr><td align="center" style="padding:24px 8px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" class="card" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #e6e9ef;border-radius:10px">
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
<h1 class="text" style="${FONT};font-size:22px;line-height:30px;margin:2px 0 0;font-weight:650;color:#1d2433">${title}</h1>
<div class="text" style="${TEXT}">${below}</div>`,
    "24px 24px 0",
  );
}

/** A coloured box with the overall result and a list of problems. */
export function verdict(isGood: boolean, sentence: string, details: readonly string[]): Html {
  const colours = isGood ? "background:#e5f5ee;color:#0b6447" : "background:#fdeceb;color:#98200f";
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
      html`${index === 0 ? new Html("") : html`<td class="gap" width="${GAP_PERCENT}%" style="width:${GAP_PERCENT}%;font-size:0">&nbsp;</td>`}<td class="tile" width="${width}" valign="top" style="width:${width};background:#f4f6f9;border-radius:8px;padding:10px 12px"><div class="muted" style="${MUTED}">${name}</div><div class="text" style="${FONT};font-size:18px;line-height:26px;font-weight:650;color:#1d2433">${value}</div></td>`,
  );
  return row(
    html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${cells}</tr></table>`,
    "16px 24px 0",
  );
}

export function section(title: string, content: Html): Html {
  return row(
    html`<h2 class="text" style="${FONT};font-size:15px;line-height:22px;margin:0 0 6px;font-weight:650;color:#1d2433">${title}</h2>
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

export function note(text: string): Html {
  return html`<div class="muted" style="${MUTED};padding-top:4px">${text}</div>`;
}

export function image(cid: string, alt: string, { width, height }: { width: number; height: number }): Html {
  return html`<img src="cid:${cid}" alt="${alt}" width="${width}" height="${height}" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;${FONT};font-size:12px;color:#626c7d" class="muted">`;
}

export function footer(text: string): Html {
  return row(html`<div class="muted" style="${MUTED}">${text}</div>`, "22px 24px 24px");
}
