export {
  beginHandOver,
  beginSending,
  claimDelivery,
  closeSending,
  createReportSchedule,
  deleteReportSchedule,
  patchReportSchedule,
  type Requested,
  sendReport,
  settleDelivery,
  updateReportSchedule,
} from "./commands.ts";
export {
  type Delivery,
  type DeliveryStatus,
  isMailAddress,
  type Mail,
  type Mailer,
  type MailFile,
  type MailLanguage,
  type MailOutcome,
  type NewReportSchedule,
  type ReportRequest,
  type ReportSchedule,
  type ReportScheduleChange,
  type Sending,
} from "./model.ts";
export {
  deliveriesOf,
  findReportSchedules,
  getSending,
  listReportSchedules,
  listSendings,
  openSendings,
  schedulesOf,
} from "./queries.ts";
export { LEASE_MILLISECONDS, nextOccurrence, occurrencesUntil } from "./rules.ts";
