import type { WorkflowSummary } from "#shared/api/workflows.ts";

type Week = Pick<WorkflowSummary, "week">;

export const runsInWeek = ({ week }: Week): number => week.reduce((sum, { runs }) => sum + runs, 0);
export const failedInWeek = ({ week }: Week): number => week.reduce((sum, { failed }) => sum + failed, 0);
