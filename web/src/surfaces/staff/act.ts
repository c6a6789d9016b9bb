import type { CaseTask, StaffCase } from '../../../../contract/cases.ts';

/** What every act's page gets: the case as it stands, and whether this person may do the act now. */
export interface ActProps {
  kase: StaffCase;
  /** The one of its tasks that the act is about, where it is about one. */
  task?: CaseTask | undefined;
  able: boolean;
  done: () => void;
}
