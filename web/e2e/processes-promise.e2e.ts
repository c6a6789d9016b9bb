import { describe, expect, test } from 'vitest';
import { choose, onward, submitApplication } from './apply.ts';
import { type Reader, seeAt, withBrowser } from './browser.ts';
import { become, fillPages, findItem, type Item } from './filling.ts';
import { cardNumber } from './people.ts';
import {
  caseOf,
  deliver,
  grant,
  moveClock,
  openAct,
  review,
  seeArchived,
  signFor,
  takeIn,
  takeSeat,
  whole,
} from './processes.ts';

const openScreen = withBrowser();
const desk: Reader = { language: 'en', width: 1440 };

/** A firm that no other matter speaks of: whether it may be trusted hangs on its credit alone. */
const ofOwnFirm = (item: Item): Item => ({
  ...item,
  answers: { ...item.answers, 'firm.name': '样例·陈记机械厂', 'firm.uscc': '92431302MA00000079' },
});

describe('Trusted first', () => {
  test('告知承诺：a firm reads both parts, signs, is filed at once, and is visited afterwards', whole, async () => {
    const resident = await openScreen({ language: 'zh-CN', width: 390 });
    const { page, t, of } = resident;
    await resident.go('/');
    await become(resident, '样例·李小妹');
    const item = ofOwnFirm(await findItem(resident, 'businessResumption', '企业复工复产备案'));
    await resident.go(`/items/${item.guide.itemId}`);
    await resident.arrive(of(item.guide.name));
    await resident.judge('resumption, guide');
    await resident.link(t('resident:guide.start')).click();
    await resident.arrive(t('resident:apply.place.title'));
    await onward(resident);
    await fillPages(resident, item);
    await resident.arrive(t('resident:commit.way.title'));
    await resident.judge('resumption, which way');
    await choose(resident, t('resident:commit.way.whole'), t('resident:commit.way.promise'));
    await onward(resident);
    await resident.arrive(t('resident:apply.materials.title'));
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await resident.judge('resumption, nothing to hand in');
    await onward(resident);
    await resident.arrive(t('resident:apply.delivery.title'));
    await onward(resident);
    await resident.arrive(t('resident:commit.letter.title'));
    await resident.see(t('resident:commit.letter.partA'));
    await resident.see(t('resident:commit.letter.partB'));
    await onward(resident);
    await seeAt(
      page.getByRole('checkbox', { name: t('resident:commit.letter.sign') }),
      t('resident:commit.letter.need'),
    );
    await resident.judge('resumption, letter not signed');
    await page.getByRole('checkbox', { name: t('resident:commit.letter.sign') }).check();
    await onward(resident);
    await resident.arrive(t('resident:apply.check.title'));
    await resident.see(t('resident:commit.checkSigned'));
    await resident.judge('resumption, check');
    const filed = t('resident:apply.done.decidedTitle', { outcome: t('outcomes:FILING.GRANTED') });
    const { caseNo } = await submitApplication(resident, filed);
    await resident.link(t('resident:apply.done.paper', { title: '备案通知书' })).waitFor();
    await resident.judge('resumption, done');
    await resident.link(t('resident:apply.done.follow')).click();
    await resident.arrive(of(item.guide.name));
    await resident.judge('resumption, filed');
    await resident.see(t('resident:case.todo.done'));

    const office = await openScreen({ language: 'zh-CN', width: 1440 });
    await office.go('/');
    await moveClock(office, { workingDays: 1 });
    await takeSeat(office, 'reviewer.development');
    await office.go('/staff/commitment-checks');
    await office.arrive(t('staff:commitments.checks.title'));
    const row = office.page.getByRole('row').filter({ hasText: caseNo });
    await row.waitFor();
    await office.judge('commitments to verify');
    await row.getByRole('link', { name: t('staff:commitments.checks.verify') }).click();
    await office.arrive(t('staff:act.verifyCommitment'));
    await office.button(t('staff:commitments.verify.do')).click();
    await office.see(t('staff:commitments.verify.needResult'));
    await office.judge('verify, refused');
    await office.page.getByRole('radio', { name: t('staff:commitments.verify.KEPT'), exact: true }).check();
    await office
      .field(t('staff:commitments.verify.findings'))
      .fill('两人到厂：负责人在岗，培训记录、消防检查记录齐全。');
    await office.button(t('staff:commitments.verify.do')).click();
    await office.page.waitForURL(/done=verifyCommitment/);
    await office.judge('resumption, verified');
    await moveClock(office, { workingDays: 11 });
    await takeSeat(office, 'archivist');
    await seeArchived(office, caseNo, 'resumption');
  });

  test('容缺受理：one paper may follow, the result waits for it, and then it is given', whole, async () => {
    const screen = await openScreen(desk);
    const { page, t, of } = screen;
    await screen.go('/');
    const today = await moveClock(screen, { workingDays: 1 });
    const item = ofOwnFirm(await findItem(screen, 'elevatorUse', '特种设备使用登记（电梯、锅炉等）'));
    await takeSeat(screen, 'clerk.district');
    const without = ['inspection'];
    const { caseId, caseNo } = await takeIn(screen, {
      item,
      name: '样例·演示商场代理人',
      residentNumber: cardNumber(82),
      without,
    });
    const lacking = item.guide.materials.find(({ key }) => key === 'inspection')?.name ?? { zh: '', en: '' };
    await openAct(screen, caseId, 'acceptTolerated');
    await page.getByRole('checkbox', { name: screen.starting(of(lacking)) }).waitFor();
    const day = page.getByLabel(t('staff:commitments.tolerate.day'));
    const latest = await day.inputValue();
    expect(latest > today).toBe(true);
    await screen.judge('tolerated');
    await day.fill(`${Number(latest.slice(0, 4)) + 1}${latest.slice(4)}`);
    await screen.button(t('staff:commitments.tolerate.do')).click();
    await screen.see(t('staff:commitments.tolerate.tooLate', { day: '\u0000' }).split('\u0000')[0] ?? '');
    await screen.see(t('staff:commitments.tolerate.needSigned'));
    await screen.judge('tolerated, refused');
    await day.fill(latest);
    await page.getByRole('checkbox', { name: t('staff:commitments.tolerate.signed') }).check();
    await screen.button(t('staff:commitments.tolerate.do')).click();
    await screen.see(t('staff:case.done.acceptTolerated'));
    await screen.judge('tolerated, accepted');

    await takeSeat(screen, 'reviewer.market.supervision');
    if ((await caseOf(screen, caseId)).tasks.some(({ kind }) => kind === 'REVIEW')) {
      await signFor(screen, caseId);
      await review(screen, caseId, '', 'Lift and plate fit the certificate of the product.');
    }
    await takeSeat(screen, 'decider.market.supervision');
    await openAct(screen, caseId, 'decide');
    await screen.see(screen.like(t('staff:decide.owedUntil', { count: 1 })));
    expect(await page.getByRole('radio', { name: t('staff:decide.GRANTED'), exact: true }).isDisabled()).toBe(true);
    await screen.judge('decide while a paper is owed');

    await takeSeat(screen, 'clerk.district');
    await openAct(screen, caseId, 'receiveTolerated');
    await screen.button(t('staff:commitments.receive.do')).click();
    await screen.see(t('staff:commitments.receive.none'));
    await page.locator('.paper-row').getByRole('checkbox').first().check();
    await screen.judge('owed paper, received');
    await screen.button(t('staff:commitments.receive.do')).click();
    await screen.see(t('staff:case.done.receiveTolerated'));
    await takeSeat(screen, 'decider.market.supervision');
    await grant(screen, caseId);
    await takeSeat(screen, 'clerk.district');
    await deliver(screen, caseId);
    await moveClock(screen, { workingDays: 11 });
    await takeSeat(screen, 'archivist');
    await seeArchived(screen, caseNo, 'lift registration');
  });
});
