export {
  beginHandOver,
  beginSending,
  claimDelivery,
  closeSending,
  createReportSchedule,
  deleteReportSchedule,
  patchReportSchedule,
  sendReceipt,
  sendReport,
  settleDelivery,
  updateReportSchedule,
} from "./commands.ts";
export {
  type Delivery,
  isSenderAddress,
  type Mail,
  type Mailer,
  type MailFile,
  type MailLanguage,
  type MailOutcome,
  type ReceiptSending,
  type ReportSchedule,
  type ReportSending,
  type Sending,
} from "./model.ts";
export {
  deliveriesOf,
  findReportSchedules,
  findSending,
  getSending,
  listReportSchedules,
  listSendings,
  openSendings,
  receiptSendingsOf,
  schedulesOf,
} from "./queries.ts";
export { isReceipt } from "./records.ts";
export { LEASE_MILLISECONDS, nextOccurrence, occurrencesUntil } from "./rules.ts";
