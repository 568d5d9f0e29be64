import type { Translation } from "../translation.ts";
import type { messages as en } from "./en.ts";

export const messages: Translation<typeof en> = {
  "signIn.title": "登录",
  "signIn.lead": "登录后管理您的店铺。",
  "signIn.email": "邮箱",
  "signIn.password": "密码",
  "signIn.action": "登录",
  "signIn.wait": "尝试次数过多，请在 {time} 后重试。",
  "signIn.expired": "您已被登出。重新登录后可回到原处。",
  "signIn.help": "忘记密码？请店主在“员工”中为您重设。",
  "refusal.INVALID_CREDENTIALS": "邮箱或密码不正确。",
  "refusal.TOO_MANY_ATTEMPTS": "尝试次数过多，请稍后再试。",
  "refusal.UNKNOWN_STAFF": "该员工已不存在。",
  "refusal.WRONG_PASSWORD": "当前密码不正确。",
  "refusal.OWN_ACCOUNT": "不能修改自己的此项设置，请由其他店主操作。",
  "refusal.INVALID_STAFF": "请至少选择一种登录方式：收银台或管理后台。",
  "refusal.INVALID_LOCATIONS": "请选择门店；不选表示所有门店。",
  "refusal.INVALID_PASSWORD": "密码须为 12 到 128 个字符。",
  "refusal.INVALID_OPERATOR_NUMBER": "工号为 1 到 10 位数字。",
  "refusal.WEAK_PASSWORD": "此密码容易被猜到，建议使用几个互不相关的词。",
  "refusal.nameInPassword": "密码中请勿包含您的姓名、邮箱或店铺名称。",
  "refusal.INVALID_PIN": "须为 4 到 12 位数字；店主和店长至少 6 位。",
  "refusal.WEAK_PIN": "此密码容易被猜到，请避免日期、连号和重复。",
  "refusal.EMAIL_TAKEN": "此邮箱已被其他员工使用。",
  "refusal.EMAIL_NOT_AVAILABLE": "此邮箱无法在此使用，请换一个。",
  "refusal.OPERATOR_NUMBER_TAKEN": "此工号已被其他员工使用。",
};
