import type { ClockEvent, DevClock } from '../../contract/dev.ts';
import { addWorkingDays, loadCalendar, realDay } from '../modules/deadlines/index.ts';
import { getMessages } from '../modules/notices/index.ts';
import { anyone, getPostsToBecome, getSampleResidents } from '../modules/people/index.ts';
import type { BusinessClock } from '../platform/business-clock.ts';
import { dayOf, machineNow, zone } from '../platform/clock.ts';
import type { Read } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { type Endpoint, once, read } from '../platform/http/endpoints.ts';
import { findClockTarget, setClockTarget } from '../platform/installation.ts';
import { Refusal } from '../platform/refusal.ts';
import { startSession } from '../platform/sessions/index.ts';
import { getCaseNumbers, getComingJobs, getResidentCaseCounts, getWaitingCounts } from './demo.queries.ts';

interface Target {
  readonly workingDays?: number;
  readonly day?: string;
  readonly time?: string;
}

/** As far as a demo may be moved at once. */
const farthest = { days: 400 } as const;

async function targetOf(db: Read, { workingDays, day, time }: Target, call: Call): Promise<Temporal.Instant> {
  const calendar = await loadCalendar(db, call.district);
  if (day === undefined && workingDays === undefined)
    throw new Refusal('invalid_input', {}, [{ field: 'day', code: 'required' }]);
  const chosen = day === undefined ? addWorkingDays(call.today, workingDays ?? 1, calendar) : realDay(day);
  if (chosen === undefined) throw new Refusal('invalid_input', {}, [{ field: 'day', code: 'not_a_day' }]);
  const at = chosen
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time ?? '09:00') })
    .toInstant();
  if (Temporal.Instant.compare(at, call.now) < 0)
    throw new Refusal('clock_backwards', {}, [{ field: 'day', code: 'clock_backwards' }]);
  if (Temporal.PlainDate.compare(chosen, call.today.add(farthest)) > 0)
    throw new Refusal('clock_too_far', { days: farthest.days }, [{ field: 'day', code: 'clock_too_far' }]);
  return at;
}

async function getDevClock(db: Read, call: Call, clock: BusinessClock): Promise<DevClock> {
  const [calendar, target] = await Promise.all([loadCalendar(db, call.district), findClockTarget(db, call.district)]);
  const now = clock.now();
  return {
    now: now.toString(),
    today: dayOf(now).toString(),
    dayKind: calendar.kindOf(dayOf(now)).kind,
    aheadSeconds: Math.round((now.epochMilliseconds - machineNow().epochMilliseconds) / 1000),
    ...(target !== undefined && { target }),
  };
}

/** The demo's own page: become anybody, move the clock, read the outbox. A live installation has none of these routes. */
export function demoEndpoints(clock: BusinessClock, wake: () => void): readonly Endpoint[] {
  const demoOnly = (call: Call) => {
    if (!call.demo) throw new Refusal('demo_only');
  };
  return [
    read('GET /dev/people', anyone('district'), async (db, _, call) => {
      demoOnly(call);
      const [posts, residents, waiting, counts] = await Promise.all([
        getPostsToBecome(db, call),
        getSampleResidents(db, call.district),
        getWaitingCounts(db, call.district),
        getResidentCaseCounts(db, call.district),
      ]);
      return {
        posts: posts.map((post) => ({ ...post, waiting: waiting(post) })),
        residents: residents.map((resident) => ({ ...resident, cases: counts.get(resident.residentId) ?? 0 })),
      };
    }),
    once('POST /dev/become', anyone('district'), async (tx, { appointmentId, residentId }, call) => {
      demoOnly(call);
      if (residentId !== undefined) {
        const known = (await getSampleResidents(tx, call.district)).some(
          (resident) => resident.residentId === residentId,
        );
        if (!known) throw new Refusal('not_found');
        await startSession(tx, call, 'resident', residentId);
        return { surface: 'resident' as const };
      }
      const post = (await getPostsToBecome(tx, call)).find((candidate) => candidate.appointmentId === appointmentId);
      if (post === undefined) throw new Refusal('not_found');
      await startSession(tx, call, 'staff', post.staffId, post.appointmentId);
      return { surface: 'staff' as const };
    }),
    read('GET /dev/clock', anyone('district'), (db, _, call) => {
      demoOnly(call);
      return getDevClock(db, call, clock);
    }),
    read('GET /dev/clock/preview', anyone('district'), async (db, input, call) => {
      demoOnly(call);
      const target = await targetOf(db, input, call);
      const jobs = await getComingJobs(db, call.district, target);
      const numbers = await getCaseNumbers(
        db,
        call.district,
        jobs.flatMap(({ caseId }) => caseId ?? []),
      );
      return {
        target: target.toString(),
        total: jobs.length,
        events: jobs.slice(0, 50).map(({ at, kind, caseId }): ClockEvent => {
          const caseNo = numbers.get(caseId ?? '');
          return { at, kind, ...(caseId !== null && { caseId }), ...(caseNo !== undefined && { caseNo }) };
        }),
      };
    }),
    once('POST /dev/clock', anyone('district'), async (tx, input, call) => {
      demoOnly(call);
      await setClockTarget(tx, call.district, await targetOf(tx, input, call));
      tx.afterCommit.push(wake);
      return getDevClock(tx, call, clock);
    }),
    read('GET /dev/outbox', anyone('district'), async (db, { after, limit = 20 }, call) => {
      demoOnly(call);
      const page = await getMessages(db, call.district, { limit, ...(after !== undefined && { after }) });
      const numbers = await getCaseNumbers(
        db,
        call.district,
        page.rows.flatMap(({ subjectId }) => subjectId ?? []),
      );
      return {
        messages: page.rows.map((row) => {
          const caseNo = numbers.get(row.subjectId ?? '');
          return {
            messageId: row.id,
            at: row.plannedAt,
            channel: row.channel,
            receiver: row.maskedReceiver,
            text: row.text,
            state: row.state,
            ...(row.subjectId !== null && { caseId: row.subjectId }),
            ...(caseNo !== undefined && { caseNo }),
          };
        }),
        ...(page.next !== undefined && { next: page.next }),
      };
    }),
  ];
}
