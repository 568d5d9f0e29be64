import type { Translation } from "@pos/web/i18n/messages.ts";
import type { messages as en } from "./messages.en.ts";

export const messages: Translation<typeof en> = {
  "signIn.title": "登录",
  "signIn.lead": "进入您的店铺后台。",
  "signIn.email": "邮箱",
  "signIn.password": "密码",
  "signIn.action": "登录",
  "signIn.wait": "尝试次数过多，请在 {count} 秒后重试。",
  "signIn.expired": "您已被登出。重新登录后可回到原处。",
  "signIn.help": "忘记密码？请店主为您设置新密码。",
  "refusal.INVALID_CREDENTIALS": "邮箱或密码不正确。",
  "refusal.TOO_MANY_ATTEMPTS": "尝试次数过多，请稍后再试。",
  "refusal.INVALID_STAFF": "请填写用于登录的邮箱或工号。",
  "refusal.INVALID_LOCATIONS": "请选择门店；不选则表示所有门店。",
  "refusal.INVALID_PASSWORD": "密码过短或过长。",
  "refusal.INVALID_OPERATOR_NUMBER": "工号为 1 到 10 位数字。",
  "refusal.WEAK_PASSWORD": "此密码容易被猜到。请使用几个不常见的词。",
  "refusal.INVALID_PIN": "PIN 位数过少或过多：店主和经理为 6 到 12 位，收银员为 4 到 12 位。",
  "refusal.WEAK_PIN": "此 PIN 容易被猜到。请避免连号、重复、日期和键盘上的直线。",
  "refusal.EMAIL_TAKEN": "此邮箱已被其他员工使用。",
  "refusal.EMAIL_NOT_AVAILABLE": "此邮箱无法在此使用，请换一个。",
  "refusal.OPERATOR_NUMBER_TAKEN": "此工号已被其他员工使用。",
};
