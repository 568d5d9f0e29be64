export {
  beginHandOver,
  beginSending,
  claimDelivery,
  closeSending,
  createReportSchedule,
  deleteReportSchedule,
  patchReportSchedule,
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
  type ReportSchedule,
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
  schedulesOf,
} from "./queries.ts";
export { LEASE_MILLISECONDS, nextOccurrence, occurrencesUntil } from "./rules.ts";
