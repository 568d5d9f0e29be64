/** The texts and styles of the mailbox page. */
export interface MailboxWords {
  readonly language: string;
  readonly title: string;
  readonly about: string;
  readonly empty: string;
  readonly all: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly files: string;
  readonly plainText: string;
  readonly notThere: string;
  readonly signInFirst: string;
  readonly signIn: string;
  readonly time: (instant: string) => string;
  readonly size: (bytes: number) => string;
}

function timeIn(locale: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
  return (instant) => format.format(new Date(instant));
}

function sizeIn(locale: string): (bytes: number) => string {
  const format = new Intl.NumberFormat(locale, { style: "unit", unit: "kilobyte", maximumFractionDigits: 1 });
  return (bytes) => format.format(bytes / 1000);
}

export const MAILBOX_WORDS: { readonly en: MailboxWords; readonly zh: MailboxWords } = {
  en: {
    language: "en",
    title: "Mailbox",
    about: "No mail server is set (SMTP_URL), so mails stay on this machine: the last 500, newest first.",
    empty: "No mail yet.",
    all: "All mails",
    from: "From",
    to: "To",
    at: "Sent",
    files: "Attachments",
    plainText: "Plain text",
    notThere: "There is no such mail.",
    signInFirst: "Sign in as an owner or manager to read the mails.",
    signIn: "Sign in",
    time: timeIn("en-GB"),
    size: sizeIn("en-GB"),
  },
  zh: {
    language: "zh-Hans",
    title: "邮箱",
    about: "未设置邮件服务器（SMTP_URL），邮件保存在本机：最近 500 封，最新的在前。",
    empty: "还没有邮件。",
    all: "全部邮件",
    from: "发件人",
    to: "收件人",
    at: "发送时间",
    files: "附件",
    plainText: "纯文本",
    notThere: "没有这封邮件。",
    signInFirst: "请以店主或经理身份登录后查看邮件。",
    signIn: "登录",
    time: timeIn("zh-CN"),
    size: sizeIn("zh-CN"),
  },
};

export const MAILBOX_STYLE = `
:root { color-scheme: light dark; --back: #eef1f5; --card: #fff; --text: #1d2433; --muted: #5b6576; --line: #dfe3ea; --link: #1d5fc4; }
@media (prefers-color-scheme: dark) {
  :root { --back: #14171c; --card: #1e2229; --text: #e8ebf0; --muted: #a3acba; --line: #323842; --link: #8ab8ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
main { max-width: 860px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 8px; overflow-wrap: anywhere; }
h2 { font-size: 15px; margin: 16px 0 4px; }
a { color: var(--link); }
p, time, .mails span, dt { color: var(--muted); }
ul { list-style: none; margin: 0; padding: 0; }
.mails li { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin-top: 8px; }
.mails a { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; padding: 10px 14px; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
.mails a:hover strong, .mails a:focus-visible strong { text-decoration: underline; }
.mails span { grid-row: 2; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; margin: 0; overflow-wrap: anywhere; }
dd { margin: 0; }
iframe { width: 100%; height: 75vh; margin-top: 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--back); }
details { margin-top: 16px; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px; overflow: auto; white-space: pre-wrap; }
`;
