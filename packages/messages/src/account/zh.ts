import type { Translation } from "../translation.ts";
import type { messages as en } from "./en.ts";

export const messages: Translation<typeof en> = {
  "account.title": "我的账号",
  "account.lead": "管理自己的姓名、登录方式和密码。",
  "account.profile": "基本信息",
  "account.name": "姓名",
  "account.nameHelp": "显示在收银台、小票和报表上。",
  "account.email": "邮箱",
  "account.emailHelp": "用于登录管理后台。",
  "account.emailPassword": "修改邮箱需要输入当前密码。",
  "account.role": "角色",
  "account.number": "工号",
  "account.noNumber": "您不在收银台登录。",
  "account.currentPassword": "当前密码",
  "account.password": "登录密码",
  "account.passwordText": "修改后，您在其他设备上的后台登录会退出。",
  "account.newPassword": "新密码",
  "account.repeatPassword": "再次输入新密码",
  "account.repeatWrong": "两次输入的密码不一致。",
  "account.changePassword": "修改密码",
  "account.passwordChanged": "密码已修改",
  "account.pin": "收银密码",
  "account.pinText": "您的工号为 {number}。修改后，您会在所有收银台退出登录。",
  "account.changePin": "修改收银密码",
  "account.pinChanged": "收银密码已修改",
  "account.signOutText": "退出本浏览器中的登录。",
};
