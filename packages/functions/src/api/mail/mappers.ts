export type {
  Delivery as ReportDelivery,
  ReportSchedule,
  Sending as ReportSending,
} from "@pos/core/office/mail/index.ts";
