import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { fillLicence, licence, submitApplication } from './apply.ts';
import { readers, type Screen, withBrowser } from './browser.ts';
import { cardNumber, declareIdentity, newestMessage, officers, signInByPhone, signInStaff } from './people.ts';

const openScreen = withBrowser();

describe.each(readers)('A district that reads $language at $width pixels', (reader) => {
  const person = 30 + readers.indexOf(reader);
  const phone = `139000000${person}`;

  test('R-2.5: six working days of silence accept a licence by law, and everybody sees it', async () => {
    const desk = await openScreen(reader);
    const resident = await openScreen(reader);
    const { t, page } = desk;
    await resident.go('/find?lifeEvent=business');
    await resident.page
      .getByRole('link')
      .filter({ hasText: resident.of(licence.name) })
      .click();
    await resident.link(t('resident:guide.start')).click();
    await signInByPhone(resident, desk, phone);
    await declareIdentity(resident, cardNumber(person));
    await fillLicence(resident, 'WINDOW');
    const { caseNo, caseId } = await submitApplication(resident);
    await newestMessage(desk, phone, new RegExp(caseNo));

    await desk.go('/dev');
    await page
      .getByRole('region', { name: t('staff:dev.outbox') })
      .getByRole('row')
      .nth(1)
      .waitFor();
    await desk.judge('demo desk');
    await moveClock(desk, t('staff:dev.fiveWorking'), caseNo);
    await moveClock(desk, t('staff:dev.nextWorking'));
    expect(await newestMessage(desk, phone, /受理/)).toContain(caseNo);

    await resident.go(`/my/cases/${caseId}`);
    await resident.see(t('resident:case.deemed'));
    await resident.see(resident.like(t('resident:story.case.deemedAcceptedUntil')));
    await resident.judge('my case, accepted by law');

    const clerk = await openScreen(reader);
    await signInStaff(clerk, officers.clerk);
    await clerk.page.getByRole('row').nth(1).waitFor();
    await clerk.go(`/staff/?queue=mine&q=${caseNo}`);
    await clerk.page
      .getByRole('row')
      .filter({ hasText: t('staff:work.deemed') })
      .waitFor();

    const supervisor = await openScreen(reader);
    await signInStaff(supervisor, officers.supervisor);
    await supervisor.page.getByRole('row').nth(1).waitFor();
    await supervisor.judge('supervisor list');
    await supervisor.go(`/staff/cases/${caseId}`);
    await supervisor.see(t('staff:story.deemedAccepted'));
    await supervisor.see(t('staff:case.whole'));
    await supervisor.judge('supervisor case');
  });

  test('an administrator sees staff, refused access and no work that failed', async () => {
    const screen = await openScreen(reader);
    const { t } = screen;
    await signInStaff(screen, officers.administrator);
    await screen.arrive(t('staff:rail.staffMembers'));
    await screen.page.getByRole('cell', { name: officers.administrator, exact: true }).waitFor();
    await screen.judge('staff members');
    await screen.link(t('staff:rail.calendar')).click();
    await screen.arrive(t('staff:rail.calendar'));
    await screen.page.getByRole('row').nth(1).waitFor();
    await screen.judge('work calendar');
    await screen.link(t('staff:rail.accessLog')).click();
    await screen.arrive(t('staff:rail.accessLog'));
    await screen.page.getByRole('row').nth(1).waitFor();
    await screen.judge('access log');
    await screen.link(t('staff:rail.jobs')).click();
    await screen.arrive(t('staff:rail.jobs'));
    await screen.see(t('staff:admin.jobsNone'));
    await screen.judge('jobs');
  });

  test('one click at the demo desk makes somebody else of a person', async () => {
    const screen = await openScreen(reader);
    const { t, page } = screen;
    await screen.go('/dev');
    await page.getByRole('searchbox', { name: t('staff:dev.search') }).fill('李奶奶');
    await page
      .getByRole('button', { name: screen.like(t('staff:dev.becomeFor', { post: t('staff:dev.residents') })) })
      .click();
    await screen.arrive(t('resident:question.title'));
    await screen.go('/my');
    await screen.see(t('resident:my.assuranceWords.verified'));
  });
});

test('the history of all that is whole', async () => {
  const child = spawn(process.execPath, ['server/verify-ledger.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, DOORSTEP_DATA: inject('dataFolder') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  expect(said).toMatch(/The ledger is whole: [1-9]\d* rows/);
});

/** Chooses how far, reads what will happen on the way, and walks there. */
async function moveClock(desk: Screen, how: string, coming?: string): Promise<void> {
  const { page, t } = desk;
  await desk.go('/dev');
  await desk.button(how).click();
  await page
    .getByText(desk.like(t('staff:dev.events', { count: 2 }).replace('2', '\u0000')))
    .first()
    .waitFor();
  if (coming !== undefined) {
    await desk.see(coming);
    await desk.judge('demo desk, preview');
  }
  await desk.button(t('staff:dev.go')).click();
  await page.getByText(t('staff:dev.arrived')).waitFor({ timeout: 90_000 });
}
