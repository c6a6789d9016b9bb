export {
  addWorkingDays,
  isWorking,
  nextWorkingDay,
  type OfficeSpan,
  type PublishedDay,
  type PublishedYear,
  realDay,
  type WorkCalendar,
  workingDaysBetween,
} from './calendar.rules.ts';
export { loadCalendar } from './calendar.store.ts';
export {
  acceptedByLaw,
  type ClockFact,
  type ClockMode,
  dueDay,
  dueDays,
  endOfDueDay,
  type Limit,
  type Limits,
  licensingLimits,
  modeOf,
  type PauseGround,
  promisedWithin,
} from './clock.rules.ts';
export { type Clock, type ClockRef, type ClockView, getClock, getClocks, type Subject } from './clock.store.ts';
export { createCalendar } from './create-calendar.ts';
export { explainClock } from './explain-clock.ts';
export { type ExplainedLimits, explain, explainLimits } from './explanation.rules.ts';
export { type ExtendClock, extendClock } from './extend-clock.ts';
export { importCalendar } from './import-calendar.ts';
export { type Lit, light } from './light.rules.ts';
export { type PauseClock, pauseClock } from './pause-clock.ts';
export { previewDeadline } from './preview-deadline.ts';
export { type ClocksMoved, getRecomputation, movedJob, type Recomputation } from './recomputation.store.ts';
export { type ResumeClock, resumeClock } from './resume-clock.ts';
export { type StartClock, startClock } from './start-clock.ts';
export { type StopClock, stopClock } from './stop-clock.ts';
