import { findReportSchedules } from "@pos/core/office/mail/index.ts";
import { batched } from "../loader.ts";

export const reportScheduleLoader = batched(findReportSchedules, { cache: false });
