import type { StaffCase } from '../../../../contract/cases.ts';

/** What every act's page gets: the case as it stands, and whether this person may do the act now. */
export interface ActProps {
  kase: StaffCase;
  able: boolean;
  done: () => void;
}
