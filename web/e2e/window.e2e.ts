import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fillLicence, handIn, licence, seniorCard, submitApplication } from './apply.ts';
import { expectPdf, readers, type Screen, withBrowser } from './browser.ts';
import { cardNumber, declareIdentity, officers, signInByPhone, signInStaff, staffPassword } from './people.ts';

const openScreen = withBrowser();

describe.each(readers)('An office that reads $language at $width pixels', (reader) => {
  const person = 10 + readers.indexOf(reader);

  test('corrects once, accepts, reviews and decides a licence, and the village agent carries it to the door', async () => {
    const resident = await openScreen(reader);
    await resident.go('/find?lifeEvent=business');
    await resident.page
      .getByRole('link')
      .filter({ hasText: resident.of(licence.name) })
      .click();
    await resident.link(resident.t('resident:guide.start')).click();
    await signInByPhone(resident, await openScreen(reader), `139000000${person}`);
    await declareIdentity(resident, cardNumber(person));
    await fillLicence(resident, 'AGENT');
    const { caseNo, caseId } = await submitApplication(resident);

    const clerk = await openScreen(reader);
    const { t, page } = clerk;
    await signInStaff(clerk, officers.clerk, 'not-the-password');
    await clerk.see(t('refusals:sign_in_failed'));
    await clerk.judge('staff sign in, refused');
    await signInStaff(clerk, officers.clerk);
    await page.getByRole('row').nth(2).waitFor();
    await clerk.judge('work list');
    await walkTheList(clerk);
    await page.keyboard.press('/');
    await page.keyboard.type(caseNo);
    await page.keyboard.press('Enter');
    await clerk.arrive(t('staff:work.found', { q: caseNo }));
    // The heading comes before the answer: a key moves through rows that are there.
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('j');
    await page.locator('tbody tr[aria-current=true]').waitFor();
    if (reader.width === 1440)
      await page
        .getByRole('complementary', { name: t('staff:work.preview') })
        .getByText(caseNo)
        .waitFor();
    await clerk.judge('work list, panel');

    await page.keyboard.press('b');
    await clerk.arrive(t('staff:act.correct'));
    // The keys are those of the act, whose page comes after its heading.
    await page.locator('.act-foot').waitFor();
    for (const [at, paper] of licence.papers.entries()) {
      await page.keyboard.press('o');
      await page
        .getByRole('group', { name: t('staff:correct.verdict', { n: at + 1, name: clerk.of(paper) }) })
        .waitFor();
      if (at !== 2) await page.keyboard.press('y');
      else {
        await page.keyboard.press('x');
        await page.keyboard.press('Alt+4');
      }
      await page.keyboard.press('j');
    }
    await clerk.button(t('staff:doc.preview', { title: t('staff:doc.correctionNotice') })).click();
    await page.getByRole('article', { name: t('staff:doc.preview', { title: '补正告知书' }) }).waitFor();
    await clerk.judge('correct');
    await page.keyboard.press('Control+Enter');
    await clerk.see(t('staff:case.done.correct'));

    await resident.go(`/my/cases/${caseId}`);
    await resident.see(t('resident:case.todo.correction', { count: 1 }));
    await resident.judge('my case, correction');
    await resident.link(t('resident:case.todo.supplement')).click();
    await resident.arrive(t('resident:supplement.title'));
    await resident.judge('supplement');
    await handIn(resident, licence.papers[2]);
    await resident.button(t('resident:supplement.submit')).click();
    await resident.see(t('resident:story.case.supplemented'));

    await clerk.go(`/staff/cases/${caseId}`);
    await clerk.see(t('staff:story.supplemented'));
    await clerk.judge('case');
    await page.keyboard.press('o');
    await page
      .getByRole('region', { name: t('staff:case.viewer', { n: 3, name: clerk.of(licence.papers[2]) }) })
      .waitFor();
    await clerk.judge('case, material');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await clerk.arrive(t('staff:act.accept'));
    await clerk.button(t('staff:accept.do')).waitFor();
    await page.getByRole('article', { name: clerk.like(t('staff:doc.preview')) }).waitFor();
    await clerk.judge('accept');
    await page.keyboard.press('Control+Enter');
    await clerk.see(t('staff:case.done.accept'));
    await expectDocuments(clerk, 3);

    const reviewer = await openScreen(reader);
    await signInStaff(reviewer, officers.reviewer);
    await reviewer.page.getByRole('row').nth(1).waitFor();
    await reviewer.go(`/staff/cases/${caseId}`);
    await reviewer.link(`${t('staff:act.signFor')}…`).click();
    await reviewer.button(t('staff:sign.do')).waitFor();
    await reviewer.judge('sign for');
    await reviewer.page.keyboard.press('Control+Enter');
    await reviewer.field(t('staff:review.text')).waitFor();
    await reviewer.page.keyboard.press('Alt+1');
    await reviewer.page.getByRole('radio', { name: t('staff:review.agree'), exact: true }).check();
    await reviewer.judge('review');
    await reviewer.page.keyboard.press('Control+Enter');
    await reviewer.see(t('staff:case.done.review'));

    const decider = await openScreen(reader);
    await signInStaff(decider, officers.decider);
    await decider.page.getByRole('row').nth(1).waitFor();
    await decider.go(`/staff/cases/${caseId}`);
    await decider.link(`${t('staff:act.decide')}…`).click();
    await decider.page.getByRole('radio', { name: t('staff:decide.DENIED'), exact: true }).check();
    await decider.button(t('staff:decide.doDENIED')).click();
    await decider.see(t('staff:decide.needReason'));
    await decider.judge('decide, refused');
    await decider.page.getByRole('radio', { name: t('staff:decide.GRANTED'), exact: true }).check();
    await decider.page.getByRole('article', { name: decider.like(t('staff:doc.preview')) }).waitFor();
    await decider.judge('decide');
    await decider.button(t('staff:decide.doGRANTED')).click();
    await decider.see(t('staff:case.done.decide'));

    await clerk.go(`/staff/cases/${caseId}`);
    await clerk.link(`${t('staff:act.assignDelivery')}…`).click();
    await page.getByRole('radio').first().check();
    await clerk.judge('assign delivery');
    await page.keyboard.press('Control+Enter');
    await clerk.see(t('staff:case.done.assignDelivery'));

    const agent = await openScreen({ ...reader, width: 390 });
    await signInStaff(agent, officers.agent);
    await agent.arrive(t('staff:agent.title'));
    await agent.see(caseNo);
    await agent.judge('carry list');
    await agent.page.getByRole('listitem').filter({ hasText: caseNo }).getByRole('link').click();
    await agent.button(t('staff:deliver.agentDo')).waitFor();
    await agent.judge('deliver, agent');
    await agent.button(t('staff:deliver.agentDo')).click();
    await agent.see(t('staff:case.done.deliver'));

    await resident.go(`/my/cases/${caseId}`);
    await resident.see(t('resident:case.todo.done'));
    await resident.see(t('resident:story.case.deliveredENTRUSTED'));
    await resident.judge('my case, completed');
  });

  test('takes in, accepts, decides with a second officer and delivers a senior card in one visit, by keyboard alone', async () => {
    const clerk = await openScreen(reader);
    const { t, of, page } = clerk;
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    await signInStaff(clerk, officers.clerk);
    await page.getByRole('row').nth(1).waitFor();
    await press('c');
    await clerk.arrive(t('staff:intake.title'));
    await page.keyboard.type('lnryd');
    await page.getByTitle(of(seniorCard.name)).first().waitFor();
    await press('Enter');
    await page.getByText(of(seniorCard.questions.residence)).waitFor();
    await page.keyboard.type('43130219000101');
    await press('Enter');
    await page.keyboard.type('样例·周奶奶');
    await press('Control+Enter');
    await clerk.see(t('refusals:fields.id_length'));
    await clerk.judge('intake, refused');
    expect(await clerk.field(t('staff:intake.name')).inputValue()).toBe('样例·周奶奶');
    // The wrong number has the focus and is marked, so that the right one replaces it.
    await page.keyboard.type(cardNumber(person + 10));
    await press('Enter', 'Enter');
    await page.keyboard.type('1');
    await page.keyboard.type('13900000009');
    await press('Enter');
    await page.keyboard.type('y');
    await press('F8');
    await clerk.judge('intake');
    await press('Control+Enter');
    await clerk.arrive(t('staff:intake.done'));
    await clerk.button(t('staff:accept.do')).waitFor();
    await clerk.judge('intake, taken');
    await expectPdf(clerk, clerk.link(t('staff:intake.printReceipt')));
    await press('Control+Enter');
    await page.getByRole('group', { name: t('staff:desk.officer') }).waitFor();
    await tabTo(clerk, page.getByRole('radio', { name: t('staff:decide.GRANTED'), exact: true }));
    await press('Space');
    await clerk.judge('intake, decide at desk');
    await confirm(clerk, officers.clerk);
    await clerk.see(t('refusals:second_officer_needed'));
    await confirm(clerk, officers.townshipDecider);
    await clerk.button(t('staff:deliver.do')).waitFor();
    await press('Control+Enter');
    await clerk.arrive(t('staff:intake.finished'));
    await clerk.judge('intake, finished');
    await expectDocuments(clerk, 4);
  });

  test('takes in what came by letter, of the day it arrived, and goes on to send the receipt', async () => {
    const clerk = await openScreen(reader);
    const { t, of, page } = clerk;
    await signInStaff(clerk, officers.clerk);
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('c');
    await clerk.arrive(t('staff:intake.title'));
    await page.keyboard.type('lnryd');
    await page.getByTitle(of(seniorCard.name)).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(of(seniorCard.questions.residence)).waitFor();
    await page.getByRole('radio', { name: clerk.starting(t('staff:intake.cameBy.LETTER')) }).check();
    const arrived = clerk.field(t('staff:intake.arrivedDay'));
    const today = await arrived.inputValue();
    await arrived.fill('2099-12-31');
    await page.keyboard.press('Tab');
    await page.locator('[data-fault]').waitFor();
    await clerk.judge('intake, a letter of tomorrow');
    await arrived.fill(today);
    await clerk.field(t('staff:intake.residentNumber')).fill(cardNumber(person + 20));
    await clerk.field(t('staff:intake.name')).fill('样例·周奶奶');
    await page.locator('.intake-form').getByRole('radio').first().check();
    await clerk.field(of(seniorCard.questions.phone)).fill('13900000009');
    await page
      .locator('.intake-form')
      .getByRole('radio', { name: clerk.starting(t('staff:case.yes')) })
      .check();
    await page.keyboard.press('F8');
    await page.keyboard.press('Control+Enter');
    await clerk.arrive(t('staff:intake.done'));
    await clerk.judge('intake, a letter taken in');
    await page.getByRole('link', { name: clerk.starting(t('staff:intake.serveReceipt')) }).click();
    await clerk.arrive(t('staff:act.serveDocument'));
  });
});

/** The second officer signs in at the same desk. */
async function confirm(clerk: Screen, username: string): Promise<void> {
  const { page, t } = clerk;
  await tabTo(clerk, clerk.field(t('staff:desk.username')));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(username);
  await tabTo(clerk, page.getByLabel(t('staff:desk.password'), { exact: true }));
  await page.keyboard.type(staffPassword);
  await page.keyboard.press('Control+Enter');
}

/** Two rows down and one up; the current row says so. */
async function walkTheList({ page }: Screen): Promise<void> {
  const currentAt = () =>
    page
      .locator('tbody tr')
      .evaluateAll((rows) => rows.findIndex((row) => row.getAttribute('aria-current') === 'true'));
  const after: [string, number][] = [
    ['j', 0],
    ['j', 1],
    ['k', 0],
    ['Escape', -1],
  ];
  for (const [key, at] of after) {
    await page.keyboard.press(key);
    await expect.poll(currentAt).toBe(at);
  }
}

/** Goes on by Tab, as somebody does who has no mouse, until this control has the focus. */
async function tabTo({ page }: Screen, control: Locator): Promise<void> {
  await control.waitFor({ state: 'attached' });
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await control.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${control}.`);
}

/** Every document of the case is there and opens. */
async function expectDocuments({ page, t, ...screen }: Screen, atLeast: number): Promise<void> {
  const links = page.getByRole('region', { name: t('staff:case.documents'), exact: true }).getByRole('link');
  await expect.poll(() => links.count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(atLeast);
  for (const link of await links.all()) await expectPdf({ page, t, ...screen }, link);
}
