import { describe, expect, test } from 'vitest';
import type { LocalText } from '../../contract/values.ts';
import type { PageAct } from '../src/surfaces/staff/page-acts.ts';
import { type Reader, readers, type Screen, seeAt, withBrowser } from './browser.ts';
import { become, findItem } from './filling.ts';
import { type Keyboard, withKeyboard } from './keyboard.ts';
import { cardNumber } from './people.ts';
import {
  accept,
  actAtMeeting,
  caseOf,
  deliver,
  grant,
  moveClock,
  openAct,
  openAppointment,
  review,
  seeArchived,
  signFor,
  takeIn,
  takeSeat,
  whole,
} from './processes.ts';

const openScreen = withBrowser();
const desk: Reader = { language: 'en', width: 1440 };

/** Experts and those who examine; who sat there does not decide. */
const whoSits = /专家|Reviewer|Inspector/;

describe('Several organs at once', () => {
  test(
    '三个单位同时办：a home changes hands by keyboard alone; one part is given back and reassigned',
    whole,
    async () => {
      const screen = await openScreen(desk);
      const { page, t } = screen;
      const keyboard = await withKeyboard(page);
      await screen.go('/');
      const item = await findItem(screen, 'propertyTransfer', '不动产转移登记（二手房过户）');
      await takeSeat(screen, 'clerk.district');
      const { caseId, caseNo } = await takeIn(screen, { item, name: '样例·彭某某', residentNumber: cardNumber(80) });
      const by = byKeyboard(screen, keyboard, caseId);
      await by.open('accept');
      await page.getByRole('article', { name: screen.like(t('staff:doc.preview')) }).waitFor();
      await keyboard.press('Control+Enter');
      await screen.see(t('staff:case.done.accept'));

      await takeSeat(screen, 'reviewer.tax');
      await by.review('Deed and income tax');
      await takeSeat(screen, 'reviewer.housing');
      await by.open('returnTask', 'Housing');
      await keyboard.press('Control+Enter');
      await screen.see(t('staff:tasks.needReason').trim());
      await screen.judge('give a part back, refused');
      // The focus has gone to what is to be put right.
      expect((await keyboard.at()).name).toBe(t('staff:tasks.reason'));
      await keyboard.type('A self-built house has no online contract; the land files show whose it is.');
      await keyboard.press('Control+Enter');
      await screen.see(t('staff:tasks.state.returned'));

      await takeSeat(screen, 'reviewer.natural.resources');
      await by.open('reassignTask', 'Housing');
      await keyboard.press('Control+Enter');
      await screen.see(t('staff:tasks.needOrgan').trim());
      expect((await keyboard.at()).name).toBe(t('staff:tasks.organ'));
      await by.choose('Natural Resources');
      // A list of choices does not keep the key for itself.
      await keyboard.press('Control+Enter');
      await expect.poll(async () => (await keyboard.at()).name).toBe(t('staff:tasks.reason'));
      await keyboard.type('The land is a village’s, and its files are with agriculture.');
      await keyboard.press('Control+Enter');
      // Nobody counts twice in one stage.
      await screen.see(t('refusals:organ_has_task'));
      await screen.judge('reassign a part, refused');
      expect((await keyboard.at()).name).toBe(t('staff:tasks.organ'));
      await by.choose('Agriculture');
      await keyboard.tabTo(t('staff:tasks.reason'));
      await keyboard.press('Control+Enter');
      await page.waitForURL(/done=reassignTask/);
      await by.review('Ownership');
      await takeSeat(screen, 'reviewer.agriculture');
      await by.review('Contract of sale');
      await screen.judge('property, all parts done');

      // 谁审查谁不决定: the page of the decision says so.
      await screen.go(`/staff/cases/${caseId}/decide`);
      await screen.see(t('staff:cannot.title'));
      await takeSeat(screen, 'decider.natural.resources');
      await by.open('decide');
      await keyboard.tabTo((stop) => stop.type === 'radio');
      await keyboard.press('Space');
      await page.getByRole('article', { name: screen.like(t('staff:doc.preview')) }).waitFor();
      await keyboard.press('Control+Enter');
      await screen.see(t('staff:case.done.decide'));
      await takeSeat(screen, 'reviewer.natural.resources');
      await by.open('certify');
      await screen.judge('certify');
      await keyboard.press('Control+Enter');
      await page.waitForURL(/done=certify/);
      await takeSeat(screen, 'clerk.district');
      await by.open('deliver');
      await keyboard.press('Control+Enter');
      await screen.see(t('staff:case.done.deliver'));

      await moveClock(screen, { workingDays: 11 });
      await takeSeat(screen, 'archivist');
      await seeArchived(screen, caseNo, 'property transfer');
    },
  );

  test(
    '规划许可：experts drawn by a seed, four organs at one table, a public notice, and nobody asks for a hearing',
    whole,
    async () => {
      const screen = await openScreen(desk);
      const { page, t } = screen;
      const lead = 'reviewer.natural.resources';
      await screen.go('/');
      const today = await moveClock(screen, { workingDays: 1 });
      const item = await findItem(screen, 'planningPermit', '建设工程规划许可');
      await takeSeat(screen, 'clerk.district');
      const { caseId, caseNo } = await takeIn(screen, { item, ...granddaughter });
      await accept(screen, caseId);
      await takeSeat(screen, 'reviewer.culture');
      await signFor(screen, caseId);
      await review(screen, caseId, 'Protection of monuments', 'No listed monument lies within the site.');

      await takeSeat(screen, lead);
      await signFor(screen, caseId, 'Experts');
      await appoint(screen, caseId, 'EXPERT_PANEL', `${today}T15:00`, async () => {
        await screen.button(t('staff:meetings.arrange.send')).click();
        await screen.see(t('staff:meetings.arrange.required'));
        for (const field of ['planning', 'construction'] as const)
          await page
            .getByRole('checkbox', { name: screen.starting(t(`staff:meetings.experts.fields.${field}`)) })
            .check();
      });
      const panelUrl = page.url();
      await actAtMeeting(screen, 'drawExperts');
      await screen.judge('experts, drawn');
      const draw = (await page.getByRole('link', { name: t('staff:meetings.page.replay') }).getAttribute('href')) ?? '';
      const visitor = await openScreen({ language: 'en', width: 390 });
      await visitor.go(draw);
      await visitor.arrive(t('resident:draw.title'));
      await visitor.button(t('resident:draw.replay')).click();
      await visitor.see(t('resident:draw.replayed'));
      await visitor.judge('draw');

      await openAct(screen, caseId, 'startProcedure');
      await screen.button(t('staff:procedures.start.do')).click();
      await screen.see(t('staff:procedures.start.needGround').trim());
      await screen.judge('special procedure, refused');
      await page.getByRole('radio', { name: screen.starting(t('staff:procedures.ground.expertReview')) }).check();
      await page.getByLabel(t('staff:procedures.start.days')).fill('4');
      await page.getByLabel(t('staff:procedures.reason')).fill('Three experts were drawn; they meet today.');
      await screen.button(t('staff:procedures.start.do')).click();
      await screen.see(t('staff:case.done.startProcedure'));
      await screen.judge('planning, special procedure');

      await moveClock(screen, { day: today, time: '15:30' });
      await screen.go(panelUrl);
      await actAtMeeting(screen, 'hold', async (dialog) => {
        await checkAll(dialog.getByRole('checkbox', { name: whoSits }));
      });
      await conclude(screen, 'The layout follows the detailed plan.');
      await actAtMeeting(screen, 'sign');
      await screen.see(t('staff:meetings.states.CONCLUDED'));
      await openAct(screen, caseId, 'endProcedure');
      await page
        .getByLabel(t('staff:procedures.end.result'))
        .fill('All three experts agree; their minutes are on file.');
      await screen.judge('special procedure, ended');
      await screen.button(t('staff:procedures.end.do')).click();
      await screen.see(t('staff:case.done.endProcedure'));

      await signFor(screen, caseId);
      await appoint(screen, caseId, 'JOINT_REVIEW', `${today}T16:30`, async () => {
        await checkAll(page.getByRole('checkbox', { name: whoSits }));
      });
      const tableUrl = page.url();
      await moveClock(screen, { day: today, time: '17:00' });
      await screen.go(tableUrl);
      await actAtMeeting(screen, 'hold');
      const partners = ['reviewer.housing', 'reviewer.ecology', 'reviewer.transport'];
      for (const seat of [...partners, lead]) {
        await takeSeat(screen, seat);
        await screen.go(tableUrl);
        await actAtMeeting(screen, 'writeOpinion', async (dialog) => {
          await dialog.getByRole('radio', { name: t('staff:meetings.ask.opinions.agree'), exact: true }).check();
          await dialog.getByLabel(t('staff:meetings.ask.text')).fill(`We agree (${seat}).`);
        });
      }
      await conclude(screen, 'All four organs agree, without conditions.');
      await screen.judge('joint review, to be signed');
      for (const seat of [lead, ...partners]) {
        await takeSeat(screen, seat);
        await screen.go(tableUrl);
        await actAtMeeting(screen, 'sign');
      }
      await screen.see(t('staff:meetings.states.CONCLUDED'));
      await screen.judge('joint review, signed');

      await takeSeat(screen, lead);
      await openAct(screen, caseId, 'postNotice');
      await screen.button(t('staff:procedures.post.do')).click();
      await screen.see(t('staff:procedures.post.needContent').trim());
      await page
        .getByLabel(t('staff:procedures.post.content'))
        .fill('A workshop of 120 m² at the demo road, as drawn; planning permission is to be given.');
      await screen.judge('announce');
      await screen.button(t('staff:procedures.post.do')).click();
      await screen.see(t('staff:case.done.postNotice'));
      await visitor.go('/notices');
      await visitor.arrive(t('publicNotices:title'));
      await visitor.judge('public notices');
      await readNotice(item.guide.name);
      // 告知听证权利: the five days run from today.
      await signFor(screen, caseId);
      await openAppointment(screen, caseId, 'HEARING');
      await screen.button(t('staff:meetings.hearing.tell')).click();
      await page.getByLabel(t('staff:meetings.hearing.matter')).fill('A workshop is to be built beside homes.');
      await page.getByLabel(t('staff:meetings.hearing.others')).fill('样例·邻居甲');
      await screen.judge('hearing, telling');
      await page.getByRole('button', { name: t('staff:meetings.hearing.tell').replace('…', ''), exact: true }).click();
      await screen.see(t('staff:meetings.hearing.states.NOTIFIED'));
      await screen.judge('hearing, told');
      await answerHearing(caseId);
      // Both are told in time: the window hands each his notice.
      await takeSeat(screen, 'clerk.district');
      await serve(screen, caseId, '听证权利告知书');
      await serve(screen, caseId, '听证权利告知书');
      await takeSeat(screen, lead);
      await openAct(screen, caseId, 'closeNotice');
      await screen.see(t('staff:procedures.close.running').trim());
      expect(await screen.button(t('staff:procedures.close.do')).count()).toBe(0);
      await screen.judge('public notice, running');

      await moveClock(screen, { workingDays: 8 });
      await openAct(screen, caseId, 'closeNotice');
      await page.getByRole('radio', { name: t('staff:procedures.close.agree'), exact: true }).check();
      await page.getByLabel(t('staff:procedures.close.conclusion')).fill('Nobody objected.');
      await screen.judge('public notice, to be closed');
      await screen.button(t('staff:procedures.close.do')).click();
      await screen.see(t('staff:case.done.closeNotice'));
      await screen.judge('planning, before the decision');
      expect((await caseOf(screen, caseId)).state).toBe('DECIDING');
      await takeSeat(screen, 'decider.natural.resources');
      await grant(screen, caseId);
      await takeSeat(screen, 'clerk.district');
      await deliver(screen, caseId);
      await moveClock(screen, { workingDays: 11 });
      await takeSeat(screen, 'archivist');
      await seeArchived(screen, caseNo, 'planning permission');
    },
  );
});

/** Whose account in the demo shows what a window took in for her; the window knows her phone. */
const granddaughter = { name: '样例·李小妹', residentNumber: '431302190001010041', phone: '' };

/** Everybody reads the notice; who has another opinion is told at its place what is missing. */
async function readNotice(name: LocalText): Promise<void> {
  for (const reader of readers) {
    const neighbour = await openScreen(reader);
    const { page, t } = neighbour;
    await neighbour.go('/notices');
    await neighbour
      .link(neighbour.starting(neighbour.of(name)))
      .first()
      .click();
    await neighbour.link(t('publicNotices:signIn')).waitFor();
    await neighbour.judge('public notice, for a visitor');
    await become(neighbour, '样例·李奶奶');
    await page.reload();
    await neighbour.button(t('publicNotices:send')).click();
    await seeAt(neighbour.field(t('publicNotices:name')), t('publicNotices:needName'));
    await seeAt(neighbour.field(t('publicNotices:text')), t('publicNotices:needText'));
    await neighbour.judge('public notice, objection refused');
  }
}

/** The applicant reads the right and its last day where she looks what to do, in both languages, and gives it up. */
async function answerHearing(caseId: string): Promise<void> {
  for (const reader of readers) {
    const resident = await openScreen(reader);
    const { page, t } = resident;
    const said = (words: string) =>
      page
        .locator('.todo')
        .filter({ hasText: words.replaceAll(/<.?b>/g, '') })
        .waitFor();
    await resident.go('/');
    await become(resident, granddaughter.name);
    await resident.go(`/my/cases/${caseId}`);
    await said(t('resident:hearing.right'));
    await resident.judge('my case, hearing right open');
    // Of the two notices only her own is hers.
    expect(await page.getByRole('link', { name: t('resident:case.pdf', { title: '听证权利告知书' }) }).count()).toBe(1);
    await resident.link(t('resident:meetingLinks.hearing')).click();
    await resident.arrive(t('resident:hearing.title'));
    await resident.button(t('resident:hearing.ask')).waitFor();
    await resident.judge('hearing, my answer');
    if (reader !== readers.at(-1)) continue;
    await resident.go(`/my/cases/${caseId}`);
    await resident.button(t('resident:hearing.waive')).click();
    await said(t('resident:hearing.own.WAIVED', { day: '\u0000' }).split('\u0000')[0] ?? '');
    await resident.judge('my case, hearing given up');
  }
}

/** What an officer does who has no mouse: every stop on the way can be seen, is named and marked. */
function byKeyboard(screen: Screen, keyboard: Keyboard, caseId: string) {
  const { page, t } = screen;
  /** Acts on one part stand in its box, and say whose part it is. */
  const open = async (act: PageAct, whose?: string) => {
    await screen.go(`/staff/cases/${caseId}`);
    const name = t(`staff:act.${act}`);
    const begins = whose === undefined ? `${name}…` : `${name}${t('staff:colon')}${whose}`;
    await page
      .getByRole('link', { name: screen.starting(begins) })
      .first()
      .waitFor();
    await keyboard.tabTo((stop) => stop.name.startsWith(begins));
    await keyboard.press('Enter');
    await screen.arrive(name);
    await page.locator('.act-foot').waitFor();
  };
  const choosePart = async (part: string) => {
    const others = page.locator('.own-tasks');
    if ((await others.getByRole('link', { name: part, exact: true }).count()) === 0) return;
    await keyboard.follow(part);
    await others.locator('strong').filter({ hasText: part }).waitFor();
  };
  return {
    open,
    /** In the list of organs, by a few letters. */
    choose: async (organ: string) => {
      await keyboard.type(organ);
      await page.getByTitle(new RegExp(organ)).first().waitFor();
      await keyboard.press('Enter');
    },
    review: async (part: string) => {
      await open('signFor');
      await choosePart(part);
      await keyboard.press('Control+Enter');
      await screen.field(t('staff:review.text')).waitFor();
      await choosePart(part);
      await keyboard.press('Alt+1');
      await keyboard.tabTo((stop) => stop.type === 'radio');
      await keyboard.press('Space');
      await screen.judge('property, review');
      await keyboard.press('Control+Enter');
      await screen.see(t('staff:case.done.review'));
    },
  };
}

/** Arranges what several people do together. */
async function appoint(
  screen: Screen,
  caseId: string,
  kind: 'EXPERT_PANEL' | 'JOINT_REVIEW',
  startsAt: string,
  more: () => Promise<void>,
): Promise<void> {
  const { page, t } = screen;
  await openAppointment(screen, caseId, kind);
  await page.getByLabel(t('staff:meetings.arrange.startsAt')).fill(startsAt);
  await page.getByLabel(t('staff:meetings.arrange.place')).fill('Meeting room on the third floor (sample)');
  await more();
  await screen.judge(`arrange ${kind}`);
  await screen.button(t('staff:meetings.arrange.send')).click();
  await page.waitForURL(/\/meetings\//);
}

/** The window hands one paper of the case to its addressee; there is one fewer to serve then. */
async function serve(screen: Screen, caseId: string, title: string): Promise<void> {
  const { page, t } = screen;
  await screen.go(`/staff/cases/${caseId}`);
  const open = page.getByRole('link', { name: `${title}${t('staff:colon')}${t('staff:service.open')}` });
  await open.first().click();
  await page.waitForURL(/serveDocument/);
  await screen.judge('serve a paper');
  await screen.button(t('staff:service.do')).click();
  await page.waitForURL(/done=serveDocument/);
}

async function conclude(screen: Screen, text: string): Promise<void> {
  const { t } = screen;
  await actAtMeeting(screen, 'writeConclusion', async (dialog) => {
    await dialog.getByRole('radio', { name: t('staff:meetings.ask.outcomes.agree'), exact: true }).check();
    await dialog.getByLabel(t('staff:meetings.ask.text')).fill(text);
  });
}

async function checkAll(boxes: ReturnType<Screen['page']['getByRole']>): Promise<void> {
  await boxes.first().waitFor();
  for (const box of await boxes.all()) if (await box.isEnabled()) await box.check();
}
