import { describe, test } from 'vitest';
import { expectPdf, type Reader, type Screen, withBrowser } from './browser.ts';
import { cardNumber, officers, signInStaff } from './people.ts';

const openScreen = withBrowser();

/** An agent works on a phone, in whatever language. */
const readers: readonly Reader[] = [
  { language: 'zh-CN', width: 390 },
  { language: 'en', width: 390 },
];

const allowance = { zh: '高龄津贴申领', en: 'Old-age allowance' };

describe.each(readers)('A village’s station on a phone in $language', (reader) => {
  const person = 90 + readers.indexOf(reader);

  test('takes an old-age allowance in, and the township accepts it', async () => {
    const agent = await openScreen(reader);
    const { t, page } = agent;
    await signInStaff(agent, officers.agent);
    await agent.arrive(t('staff:agent.title'));
    await agent.judge('agent’s home');
    const caseNo = await takeIn(agent, person);

    const clerk = await openScreen({ ...reader, width: 1440 });
    await signInStaff(clerk, officers.clerk);
    await clerk.page.getByRole('row').nth(1).waitFor();
    await clerk.go(`/staff?queue=mine&q=${caseNo}`);
    await clerk.page
      .getByRole('row')
      .filter({ hasText: clerk.of(allowance) })
      .getByRole('link')
      .first()
      .click();
    await clerk.link(`${t('staff:act.accept')}…`).click();
    await clerk.button(t('staff:accept.do')).waitFor();
    await clerk.page.keyboard.press('Control+Enter');
    await clerk.see(t('staff:case.done.accept'));

    await agent.go('/staff?queue=takenIn');
    await agent.arrive(t('staff:queue.takenIn'));
    const row = page.getByRole('listitem').filter({ hasText: caseNo });
    await row.getByText(t('staff:shortState.ACCEPTED')).first().waitFor();
    await agent.judge('taken in at the station');
    await row.getByRole('link').click();
    await agent.arrive('样例·吴爷爷');
    await agent.see(t('staff:case.documents'));
    await agent.judge('case at the station');
  });
});

/** From the agent's home to the receipt; the number of the case. */
async function takeIn(agent: Screen, person: number): Promise<string> {
  const { t, of, page } = agent;
  await page
    .getByRole('main')
    .getByRole('link', { name: t('staff:rail.intake') })
    .click();
  await agent.arrive(t('staff:intake.title'));
  const item = page.getByRole('combobox', { name: t('staff:intake.item') });
  await item.fill('gljt');
  await page.getByTitle(of(allowance)).first().click();
  await agent.see(of({ zh: '开户银行', en: 'Bank' }));
  for (const said of [cardNumber(person), '样例·吴爷爷', `139000000${person}`]) {
    await page.keyboard.type(said);
    await page.keyboard.press('Enter');
  }
  // The village is the station's own until another is chosen.
  for (const said of ['n', '演示路9号\n', '2', '样例银行乐坪支行\n', '6200000000000000001\n', '1'])
    await page.keyboard.type(said);
  await agent.judge('intake at the station');
  await page.getByRole('button', { name: t('staff:intake.allSeen') }).click();
  await page.getByRole('button', { name: t('staff:intake.do') }).click();
  await agent.arrive(t('staff:intake.done'));
  await agent.see(agent.like(t('staff:intake.goesTo')));
  const receipt = page.getByRole('link', { name: t('staff:intake.printReceipt') });
  await receipt.waitFor();
  await agent.judge('taken in, at the station');
  await expectPdf(agent, receipt);
  const caseNo = /BJ\d{20}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0];
  if (caseNo === undefined) throw new Error('No number stands there.');
  return caseNo;
}
