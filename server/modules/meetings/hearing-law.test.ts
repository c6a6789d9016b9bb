import { expect, test } from 'vitest';
import { config, setConfig } from '../../platform/config.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { textOfDocument } from '../../tests/support/filing.ts';
import { arrange, caseToBeHeard } from '../../tests/support/meetings.ts';
import { openTown } from '../../tests/support/town.ts';

// A Monday; 25 to 27 September are 中秋, 1 to 7 October the National Day, Saturday 10 October is worked.
const town = await openTown({ on: '2026-09-21T09:00' });
const notified = async () => {
  const owner = await town.resident();
  const task = await caseToBeHeard(town, () => bringTo(town, owner, 'accepted'));
  const { hearing } = await town.reviewer.call('GET /cases/:caseId/tasks/:taskId/meeting-plan', task);
  return { owner, task, hearing };
};
type Notified = Awaited<ReturnType<typeof notified>>;

let byTheLaw: Notified;

test('R-2.13, ALL 47: told on Monday 21 September 2026, five working days to ask end on Tuesday the 29th; where the district counts calendar days, on Saturday the 26th, which 中秋 moves to Monday the 28th (CC 203)', async () => {
  byTheLaw = await notified();
  expect(byTheLaw.hearing).toMatchObject({ notifiedDay: '2026-09-21', requestLastDay: '2026-09-29' });
  const usual = config();
  setConfig({ ...usual, hearingRequestUnit: 'calendarDays' });
  const byCalendar = await notified();
  setConfig(usual);
  expect(byCalendar.hearing).toMatchObject({ notifiedDay: '2026-09-21', requestLastDay: '2026-09-28' });
});

test('R-2.13, ALL 47, 82: asked for on the last day, the 29th, the organ holds it within twenty working days, until Monday 2 November', async () => {
  await town.at('2026-09-29T23:00');
  const { owner, task } = byTheLaw;
  await owner.call('POST /my/cases/:caseId/request-hearing', { caseId: task.caseId });
  const { hearing } = await town.reviewer.call('GET /cases/:caseId/tasks/:taskId/meeting-plan', task);
  expect(hearing).toMatchObject({ state: 'REQUESTED', requestedDay: '2026-09-29', holdLastDay: '2026-11-02' });
});

test('R-2.13, ALL 48(1), 82: announced that day it is held seven working days later at the earliest, on Wednesday 14 October; the notice names day, place and chair', async () => {
  const at = (day: string) => arrange(town, byTheLaw.task, { startsAt: `${day}T10:00`, chairId: town.decider.staffId });
  await expect(at('2026-10-13')).rejects.toMatchObject({ code: 'hearing_notice_short', facts: { day: '2026-10-14' } });
  await expect(at('2026-11-03')).rejects.toMatchObject({ code: 'hearing_too_late', facts: { day: '2026-11-02' } });
  const { documents } = await at('2026-10-14');
  const text = await textOfDocument(town, documents[0]?.documentId);
  for (const said of ['2026年10月14日', '样例·演示路8号', '样例·decider']) expect(text).toContain(said);
});
