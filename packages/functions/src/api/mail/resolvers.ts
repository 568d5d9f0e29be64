import { present } from "@pos/core/base/result.ts";
import {
  createReportSchedule,
  deleteReportSchedule,
  deliveriesOf,
  findSending,
  listReportSchedules,
  listSendings,
  nextOccurrence,
  patchReportSchedule,
  sendReport,
  updateReportSchedule,
} from "@pos/core/office/mail/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { locationLoader, locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { connection, pageRequest } from "../pages.ts";
import { payload } from "../payload.ts";
import { reportScheduleLoader } from "./loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    reportSchedules: (_, { locationId }, context) =>
      listReportSchedules(requireCaller(context), locationId ?? undefined),
    async reportSendings(_, { locationId, first, after }, context) {
      const list = `sendings:${locationId}`;
      const request = pageRequest({ first, after }, list);
      const page = await listSendings(requireCaller(context), locationId, {
        limit: request.size,
        ...(request.after === undefined ? {} : { before: request.after }),
      });
      if (!page) return null;
      const rows = page.sendings.map(({ orderKey, sending }) => ({ key: orderKey, node: sending }));
      return connection(rows, page.hasMore, request, list);
    },
  },
  Mutation: {
    createReportSchedule: async (_, { input }, context) =>
      payload("reportSchedule", await createReportSchedule(requireCaller(context), said(input))),
    updateReportSchedule: async (_, { input }, context) =>
      payload("reportSchedule", await updateReportSchedule(requireCaller(context), input)),
    patchReportSchedule: async (_, { input }, context) =>
      payload("reportSchedule", await patchReportSchedule(requireCaller(context), input)),
    deleteReportSchedule: async (_, { input }, context) =>
      payload("deletedId", await deleteReportSchedule(requireCaller(context), input)),
    async sendReport(_, { input }, context) {
      const result = await sendReport(requireCaller(context), input);
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      return { ...result.value, userErrors: [] };
    },
  },
  ReportSchedule: {
    location: locationOf,
    recipients: ({ recipients }) => [...recipients],
    async nextAt(schedule, _, context) {
      const location = await locationLoader(context).load(schedule.locationId);
      return nextOccurrence(schedule, present(location, "the schedule's location"), context.clock.now())?.dueAt;
    },
  },
  ReportSending: {
    reportScheduleId: ({ scheduleId }) => scheduleId,
    reportSchedule: ({ scheduleId }, _, context) =>
      scheduleId === undefined ? null : reportScheduleLoader(context).load(scheduleId),
    location: locationOf,
    deliveries({ id }, _, context) {
      const { table, caller } = requireCaller(context);
      return deliveriesOf(table, caller.merchantId, id);
    },
  },
};

export const mailApi: ApiModule = {
  resolvers,
  nodes: {
    rsc: {
      type: "ReportSchedule",
      needs: "report:schedule",
      load: (_, id, context) => reportScheduleLoader(context).load(id),
    },
    rsn: { type: "ReportSending", needs: "report:schedule", load: findSending },
  },
};
