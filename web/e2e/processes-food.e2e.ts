import { describe, test } from 'vitest';
import { choose, handIn, onward, submitApplication } from './apply.ts';
import { type Reader, type Screen, seeAt, withBrowser } from './browser.ts';
import { become, fillPages, findItem, type Item, requiredOf } from './filling.ts';
import {
  accept,
  actAtMeeting,
  deliver,
  grant,
  moveClock,
  openAppointment,
  openMeetingAct,
  review,
  seeArchived,
  signFor,
  takeSeat,
  whole,
} from './processes.ts';

const openScreen = withBrowser();
const reader: Reader = { language: 'zh-CN', width: 1440 };
const market = {
  reviewer: 'reviewer.market.supervision',
  inspector: 'inspector.market.supervision',
  decider: 'decider.market.supervision',
} as const;
const visit = '场所、布局和设备';

describe('食品经营许可，从申请到归档', () => {
  test(
    'a restaurant is seen by two officers and licensed, renews its licence, and both matters are archived',
    whole,
    async () => {
      const resident = await openScreen({ ...reader, width: 390 });
      const office = await openScreen(reader);
      const { page, t } = office;
      await office.go('/');
      const today = await moveClock(office, { workingDays: 1 });
      await resident.go('/');
      await become(resident, '样例·李小妹');
      const licence = await apply(resident, await findItem(resident, 'foodBusiness', '食品经营许可（新办）'));

      await takeSeat(office, 'clerk.district');
      await accept(office, licence.caseId);

      // 签收 names the part; the review of the papers is one, the visit another.
      await takeSeat(office, market.reviewer);
      await signFor(office, licence.caseId, visit);
      await office.judge('food, case in review');
      await signFor(office, licence.caseId, '材料审查');
      await review(office, licence.caseId, '材料审查', '材料齐全，布局图和操作流程一致。');

      await openAppointment(office, licence.caseId, 'SITE_VISIT');
      await office.button(t('staff:meetings.arrange.send')).click();
      await seeAt(page.getByLabel(t('staff:meetings.arrange.startsAt')), t('staff:meetings.arrange.required'));
      await seeAt(page.getByLabel(t('staff:meetings.arrange.place')), t('staff:meetings.arrange.required'));
      await office.judge('arrange a visit, refused');
      await page.getByLabel(t('staff:meetings.arrange.startsAt')).fill(`${today}T16:30`);
      await page.getByLabel(t('staff:meetings.arrange.place')).fill('花山街道演示路21号（样例）');
      await office.button(t('staff:meetings.arrange.send')).click();
      await page.waitForURL(/\/meetings\//);
      // Nobody can have been there before the hour has come.
      await office.see(t('refusals:meeting_early', { day: '\u0000' }).split('\u0000')[0] ?? '');
      await office.judge('a visit that is arranged');

      await moveClock(office, { day: today, time: '17:00' });
      await page.reload();
      const dialog = await openMeetingAct(office, 'hold');
      await dialog.getByRole('checkbox', { name: / 审查岗$/ }).check();
      await dialog.getByRole('button', { name: t('staff:meetings.do.hold') }).click();
      await dialog.getByRole('alert').getByText('行政许可法').first().waitFor();
      await office.judge('a visit by one officer, refused');
      await dialog.getByRole('checkbox', { name: /现场核查岗$/ }).check();
      await dialog.getByRole('button', { name: t('staff:meetings.do.hold') }).click();
      await dialog.waitFor({ state: 'hidden' });
      await actAtMeeting(office, 'writeConclusion', async (opened) => {
        await opened.getByRole('button', { name: t('staff:meetings.do.writeConclusion') }).click();
        await opened.getByText(t('staff:meetings.arrange.required')).first().waitFor();
        await opened.getByRole('radio', { name: t('staff:meetings.ask.outcomes.agree'), exact: true }).check();
        await opened
          .getByLabel(t('staff:meetings.ask.text'))
          .fill('粗加工、切配、烹饪分区明确，消毒、防蝇防鼠设备在用。');
      });
      await office.judge('a visit that was made');
      const visitUrl = page.url();
      await actAtMeeting(office, 'sign');
      // Both who were there sign; the page says who is missing.
      await office.see(t('staff:meetings.page.stillToSign', { names: '\u0000' }).split('\u0000')[0] ?? '');
      await office.judge('a visit that one of two has signed');
      await takeSeat(office, market.inspector);
      await office.go(visitUrl);
      await actAtMeeting(office, 'sign');
      await office.see(t('staff:meetings.states.CONCLUDED'));

      // Who reviewed does not decide (受审分离); he reads why, at the act itself.
      await takeSeat(office, market.reviewer);
      await office.go(`/staff/cases/${licence.caseId}/decide`);
      await office.see(t('staff:cannot.title'));
      await takeSeat(office, market.decider);
      await grant(office, licence.caseId);
      await takeSeat(office, 'clerk.district');
      await deliver(office, licence.caseId);

      await resident.go('/my/licences');
      await resident.page.getByRole('link').filter({ hasText: '食品经营许可证' }).first().click();
      await resident.see(resident.like(t('resident:licences.renewal.early')));
      await resident.judge('my food licence');

      const renewal = await apply(resident, await findItem(resident, 'foodRenewal', '食品经营许可（延续）'));
      await accept(office, renewal.caseId);
      await takeSeat(office, market.decider);
      await grant(office, renewal.caseId);
      await takeSeat(office, 'clerk.district');
      await deliver(office, renewal.caseId);
      await resident.go('/my/licences');
      const renewed = Number(today.slice(0, 4)) + 10;
      // The register keeps both versions under one number: the first is replaced, the second goes on from its last day.
      await resident.see(new RegExp(String(renewed)));
      await resident.page.locator('main summary').first().click();
      await resident.see(resident.like(t('resident:licences.standing.replaced')));
      await resident.judge('my licences');

      await moveClock(office, { workingDays: 11 });
      await takeSeat(office, 'archivist');
      await seeArchived(office, licence.caseNo, 'food licence');
      await seeArchived(office, renewal.caseNo, 'food renewal');
    },
  );
});

/** From the guide to the receipt, on a phone. */
async function apply(screen: Screen, item: Item): Promise<{ caseId: string; caseNo: string }> {
  const { t, of } = screen;
  await screen.go(`/items/${item.guide.itemId}`);
  await screen.arrive(of(item.guide.name));
  await screen.link(t('resident:guide.start')).click();
  await screen.arrive(t('resident:apply.place.title'));
  await onward(screen);
  await fillPages(screen, item);
  await screen.arrive(t('resident:apply.materials.title'));
  for (const { name } of requiredOf(item)) await handIn(screen, name);
  await onward(screen);
  await screen.arrive(t('resident:apply.delivery.title'));
  await choose(screen, t('resident:apply.delivery.label'), t('resident:apply.delivery.WINDOW'));
  await onward(screen);
  await screen.arrive(t('resident:apply.check.title'));
  await screen.judge(`${item.key}, check`);
  return submitApplication(screen);
}
