import { describe, expect, test } from 'vitest';
import type { Replies } from '../../contract/routes.ts';
import { type Reader, type Screen, withBrowser } from './browser.ts';
import { findItem, send } from './filling.ts';
import { cardNumber } from './people.ts';
import { caseOf, moveClock, openAct, openMeetingAct, takeIn, takeSeat, whole } from './processes.ts';

const openScreen = withBrowser();
const desk: Reader = { language: 'en', width: 1440 };
const bureau = (role: string) => `${role}.ethnic.affairs`;
const neighbour = '样例·邻居李某';

/** A place of worship is asked for and accepted, two other offices have agreed, and the bureau works on its visit. */
async function underWay(screen: Screen, residentNumber: string) {
  const { page } = screen;
  await screen.go('/');
  const today = await moveClock(screen, { workingDays: 1 });
  const item = await findItem(screen, 'temporaryWorship', '宗教临时活动地点审批');
  await takeSeat(screen, 'clerk.district');
  const { caseId } = await takeIn(screen, { item, name: '样例·沈某某', residentNumber });
  await send(page, `/api/cases/${caseId}/accept`, {});
  for (const other of ['reviewer.fire', 'reviewer.public.security']) {
    await takeSeat(screen, other);
    await send(page, `/api/cases/${caseId}/sign-for`, {});
    await send(page, `/api/cases/${caseId}/review`, { opinion: 'agree', text: '符合要求。' });
  }
  await takeSeat(screen, bureau('reviewer'));
  await send(page, `/api/cases/${caseId}/sign-for`, {});
  const { tasks } = await caseOf(screen, caseId);
  const taskOf = (kind: string) => tasks.find((task) => task.kind === kind)?.taskId ?? '';
  return { caseId, today, visitTask: taskOf('SITE_VISIT'), hearingTask: taskOf('HEARING') };
}

const meetingsOf = async ({ page }: Screen, caseId: string) =>
  (
    (await (await page.request.get(`/api/meetings?caseId=${caseId}`)).json()) as Replies['GET /meetings']
  ).meetings.toSorted((a, b) => (a.meetingId < b.meetingId ? -1 : 1));

/** Two officers of the bureau were on site, and what they saw is written. */
async function visited(screen: Screen, { caseId, taskId, day }: { caseId: string; taskId: string; day: string }) {
  const { page } = screen;
  await send(page, `/api/cases/${caseId}/tasks/${taskId}/meetings`, { startsAt: `${day}T15:00`, place: '样例路1号' });
  const meetingId = (await meetingsOf(screen, caseId)).at(-1)?.meetingId ?? '';
  await moveClock(screen, { day, time: '15:30' });
  const view = (await (
    await page.request.get(`/api/meetings/${meetingId}`)
  ).json()) as Replies['GET /meetings/:meetingId'];
  const attendees = (view.colleagues[0]?.people ?? [])
    .filter(({ post }) => post.en === 'Reviewer' || post.en.startsWith('Inspector'))
    .map(({ staffId }) => staffId);
  await send(page, `/api/meetings/${meetingId}/hold`, { attendees });
  await send(page, `/api/meetings/${meetingId}/write-conclusion`, { outcome: 'agree', text: '场所安全。' });
  return meetingId;
}

describe('What stops a visit, and what stops a hearing', () => {
  test(
    'ALL 34: an officer withdraws after the visit and before he signs; his colleague calls it off, and says why',
    whole,
    async () => {
      const screen = await openScreen(desk);
      const { page, t } = screen;
      const { caseId, today, visitTask } = await underWay(screen, cardNumber(94));
      const meetingId = await visited(screen, { caseId, taskId: visitTask, day: today });
      await screen.go(`/staff/meetings/${meetingId}`);
      const cancel = screen.button(`${t('staff:meetings.acts.cancel')}…`);
      await screen.button(`${t('staff:meetings.acts.sign')}…`).waitFor();
      expect(await cancel.count()).toBe(0);
      await takeSeat(screen, bureau('inspector'));
      await openAct(screen, caseId, 'recuse');
      await screen.field(t('staff:backoffice.recuse.reason')).fill('The applicant is a cousin of mine.');
      await screen.button(t('staff:backoffice.recuse.do')).click();
      await page.waitForURL(/done=recuse/);
      await takeSeat(screen, bureau('reviewer'));
      await screen.go(`/staff/meetings/${meetingId}`);
      await screen.see(t('staff:meetings.page.lostSigners', { names: '\u0000' }).split('\u0000')[0] ?? '');
      await screen.judge('a visit that cannot be signed');
      const dialog = await openMeetingAct(screen, 'cancel');
      const confirm = dialog.getByRole('button', { name: t('staff:meetings.do.cancel') });
      await confirm.click();
      await dialog.getByText(t('staff:meetings.arrange.required')).first().waitFor();
      await dialog.getByLabel(t('staff:meetings.ask.reason')).fill('One of the two has to stand aside.');
      await confirm.click();
      await dialog.waitFor({ state: 'hidden' });
      await screen.see(t('staff:meetings.states.CANCELLED'));
      await screen.judge('a visit that was called off after it was held');
      await screen.go(`/staff/cases/${caseId}`);
      await screen.see(t('staff:story.meetingCancelledBarred'));
    },
  );

  test(
    'ALL 48(1): a neighbour is not yet told of the hearing; the window serves his notice, and the page says since when',
    whole,
    async () => {
      const screen = await openScreen(desk);
      const { page, t } = screen;
      const { caseId, today, visitTask, hearingTask } = await underWay(screen, cardNumber(95));
      const visitId = await visited(screen, { caseId, taskId: visitTask, day: today });
      for (const seat of ['reviewer', 'inspector']) {
        await takeSeat(screen, bureau(seat));
        await send(page, `/api/meetings/${visitId}/sign`, {});
      }
      await takeSeat(screen, bureau('reviewer'));
      await send(page, `/api/cases/${caseId}/sign-for`, {});
      const task = `/api/cases/${caseId}/tasks/${hearingTask}`;
      await send(page, `${task}/notify-hearing`, {
        matter: '样例：聚会可能影响邻居。',
        interestedParties: [neighbour],
      });
      const plan = (await (
        await page.request.get(`${task}/meeting-plan`)
      ).json()) as Replies['GET /cases/:caseId/tasks/:taskId/meeting-plan'];
      const partyId = plan.hearing?.parties.find(({ name }) => name === neighbour)?.partyId;
      await send(page, `${task}/record-hearing-answer`, { partyId, answer: 'REQUESTED' });
      const chairId = plan.organs[0]?.people.find(({ post }) => post.en.startsWith('Decider'))?.staffId;
      const startsAt = `${plan.earliestDay}T09:30`;
      await send(page, `${task}/meetings`, { startsAt, place: '样例路2号', chairId });
      const { meetingId = '' } = (await meetingsOf(screen, caseId)).find(({ kind }) => kind === 'HEARING') ?? {};
      await screen.go(`/staff/meetings/${meetingId}`);
      const notices = page.locator('section[aria-labelledby=told] li');
      const standing = async () =>
        (await notices.allTextContents()).map((said) => said.includes(t('staff:meetings.hearing.standings.awaited')));
      await notices.first().waitFor();
      expect(await standing()).toEqual([true, true]);
      await screen.judge('a hearing nobody was told of yet');
      await page.getByRole('link', { name: t('staff:meetings.hearing.toServe') }).click();
      await page.waitForURL(new RegExp(`/cases/${caseId}$`));
      // The applicant's and the neighbour's, each by its own row.
      await takeSeat(screen, 'clerk.district');
      for (const whose of ['', neighbour]) {
        await screen.go(`/staff/cases/${caseId}`);
        const row = page
          .locator('.documents li')
          .filter({ hasText: '听证通知书' })
          .filter(whose === '' ? { hasNotText: neighbour } : { hasText: whose });
        await row.getByText(t('staff:service.open')).click();
        await screen.arrive(t('staff:act.serveDocument'));
        if (whose !== '')
          await page
            .getByRole('radio', { name: screen.like(whose) })
            .last()
            .waitFor();
        await page.keyboard.press('Control+Enter');
        await page.waitForURL(/done=serveDocument/);
      }
      await takeSeat(screen, bureau('reviewer'));
      await screen.go(`/staff/meetings/${meetingId}`);
      await notices.first().waitFor();
      expect(await standing()).toEqual([false, false]);
      await screen.judge('a hearing that everybody was told of');
      // The neighbour has moved away since: the next day is one after his public notice, and the page says which.
      const { byNotice } = (await (
        await page.request.get(`/api/meetings/${meetingId}`)
      ).json()) as Replies['GET /meetings/:meetingId'];
      const postpone = await openMeetingAct(screen, 'postpone');
      await postpone.getByLabel(t('staff:meetings.hearing.onlyByNotice')).check();
      await postpone.getByText(/put up today/).waitFor();
      await postpone.getByLabel(t('staff:meetings.arrange.startsAt')).fill(`${byNotice?.earliestDay}T09:30`);
      await postpone.getByLabel(t('staff:meetings.ask.reason')).fill('The chair is ill.');
      const confirm = postpone.getByRole('button', { name: t('staff:meetings.do.postpone') });
      await confirm.click();
      await postpone.getByText(t('staff:meetings.arrange.required')).first().waitFor();
      await screen.judge('a public notice without its reason');
      await postpone
        .getByLabel(t('staff:meetings.hearing.noticeReason'))
        .fill('He moved away, and nobody knows where.');
      await confirm.click();
      await postpone.waitFor({ state: 'hidden' });
      await screen.see(t('staff:meetings.hearing.byNotice', { reason: 'He moved away, and nobody knows where.' }));
      expect(await standing()).toEqual([true, true]);
      await screen.judge('a hearing after a public notice');
      const cancel = await openMeetingAct(screen, 'cancel');
      await cancel.getByLabel(t('staff:meetings.ask.reason')).fill('Everybody came to terms.');
      await cancel.getByRole('button', { name: t('staff:meetings.do.cancel') }).click();
      await cancel.waitFor({ state: 'hidden' });
      // Both had the notice of the first day in hand.
      await page
        .getByText(t('staff:meetings.hearing.tellCalledOff', { names: '\u0000' }).split('\u0000')[0] ?? '')
        .waitFor();
      await screen.judge('a hearing that was called off');
      await takeSeat(screen, 'clerk.district');
      await screen.go(`/staff/cases/${caseId}`);
      await page.getByText(t('staff:case.tellCalledOff')).first().waitFor();
    },
  );
});
