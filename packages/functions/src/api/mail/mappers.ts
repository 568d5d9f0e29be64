export type {
  Delivery as ReportDelivery,
  ReportSchedule,
  ReportSending,
} from "@pos/core/office/mail/index.ts";
