import type { Translation } from "../translation.ts";
import type { messages as en } from "./en.ts";

export const messages: Translation<typeof en> = {
  "nav.categories": "商品分类",
  "categories.lead": "用于收银台和报表的商品分组。",
  "categories.one": "分类",
  "categories.name": "名称",
  "categories.products": "商品数",
  "categories.create": "新建分类",
  "categories.rename": "编辑",
  "categories.renameTitle": "编辑“{name}”",
  "categories.byAmount": "按金额销售",
  "categories.department": "在收银台按金额销售",
  "categories.departmentHelp": "收银台会显示此分类的按键：输入金额后点按键即可，不影响库存。",
  "categories.created": "已新建分类“{name}”",
  "categories.archive": "停用",
  "categories.archiveTitle": "停用“{name}”？",
  "categories.archiveText":
    "{count, plural, =0 {停用后不能再为商品选择此分类。} other {现有 # 件商品仍属于此分类，但不能再选择它。}}历史销售和报表不受影响，可随时恢复。",
  "categories.archived": "已停用“{name}”",
  "categories.restore": "恢复",
  "categories.restored": "已恢复“{name}”",
  "categories.show": "显示",
  "categories.active": "使用中",
  "categories.archivedOnes": "已停用",
  "categories.emptyTitle": "还没有分类",
  "categories.emptyText": "用分类为商品分组，收银台和报表更清楚。",
  "categories.noneArchivedTitle": "没有已停用的分类",
  "categories.noneArchivedText": "停用的分类保存在这里，可以恢复。",
};
