export { addFactToClocks } from './add-fact-to-clocks.ts';
export { addWorkingDays, officeDayHours, realDay, type WorkCalendar } from './calendar.rules.ts';
export { calendarOf, editionColumn, loadCalendar } from './calendar.store.ts';
export {
  addFact,
  dueDay,
  dueDays,
  endOfDueDay,
  type Limit,
  type Limits,
  licensingLimits,
  promisedWithin,
} from './clock.rules.ts';
export {
  type Clock,
  type ClockView,
  getClock,
  getClocks,
  getClocksOf,
  getRunningClocks,
  type Subject,
} from './clock.store.ts';
export { createCalendar } from './create-calendar.ts';
export { explainClock } from './explain-clock.ts';
export { explain } from './explanation.rules.ts';
export { extendClock } from './extend-clock.ts';
export { importCalendar } from './import-calendar.ts';
export { type Lit, light } from './light.rules.ts';
export { pauseClock } from './pause-clock.ts';
export { previewDeadline } from './preview-deadline.ts';
export { type ClocksMoved, getRecomputation, movedJob } from './recomputation.store.ts';
export { resumeClock } from './resume-clock.ts';
export { type StartClock, startClock } from './start-clock.ts';
export { startClocks } from './start-clocks.ts';
export { stopClock } from './stop-clock.ts';
