import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Replies } from '../../contract/routes.ts';
import type { meetingKinds } from '../../contract/words.ts';
import type { PageAct } from '../src/surfaces/staff/page-acts.ts';
import type { Screen } from './browser.ts';
import { type Item, send } from './filling.ts';
import { staffPassword } from './people.ts';

type MeetingKind = (typeof meetingKinds)[number];

/** A whole process with its weeks of waiting takes longer than one page after the other, on a busy machine. */
export const whole = { timeout: 400_000 } as const;

/** The next person takes the seat: officers of several units come one after the other to the same screen. */
export async function takeSeat({ page, go }: Screen, username: string): Promise<void> {
  await send(page, '/api/staff-sessions', { username, password: staffPassword });
  await go('/staff');
  await page.getByRole('navigation').first().waitFor();
}

/** Moves the demo's clock so many working days on, or to a day and a time, and waits until it stands there. */
export async function moveClock(
  { page }: Screen,
  target: { workingDays: number } | { day: string; time: string },
): Promise<string> {
  await send(page, '/api/dev/clock', target);
  const clock = async () => (await (await page.request.get('/api/dev/clock')).json()) as Replies['GET /dev/clock'];
  await expect.poll(async () => (await clock()).target, { timeout: 300_000 }).toBe(undefined);
  return (await clock()).today;
}

/** The case with all its tasks, as whoever sits here may read it. */
export async function caseOf({ page }: Screen, caseId: string): Promise<Replies['GET /cases/:caseId']> {
  const reply = await page.request.get(`/api/cases/${caseId}`);
  expect(reply.status(), await reply.text()).toBe(200);
  return (await reply.json()) as Replies['GET /cases/:caseId'];
}

/** From the page of the case by its button to the page of the act, and there to the unit's part that is called so. */
export async function openAct(screen: Screen, caseId: string, act: PageAct, part?: string): Promise<void> {
  const { page, t } = screen;
  await screen.go(`/staff/cases/${caseId}`);
  const inTheBox = ['returnTask', 'addSigner', 'reassignTask', 'reopenTask'].includes(act);
  const name = t(`staff:act.${act}`);
  const link = inTheBox
    ? page.getByRole('link', { name: screen.starting(`${name}${t('staff:colon')}`) })
    : page.getByRole('link', { name: screen.starting(`${name}…`) });
  await page.getByRole('heading', { name: t('staff:case.progress') }).waitFor();
  await page.locator('.acts').waitFor();
  // What comes up seldom is behind one button.
  if ((await link.count()) === 0) await page.locator('details.more-acts > summary').click();
  await link.first().click();
  await page.waitForURL(new RegExp(`/${act}(\\?|$)`));
  await screen.arrive(name);
  if (part === undefined) return;
  const other = page.locator('.own-tasks').getByRole('link', { name: part, exact: true });
  await page.locator('.act-foot').waitFor();
  if ((await other.count()) > 0) await other.click();
}

/** Signs for the file, or for one part of it. */
export async function signFor(screen: Screen, caseId: string, part?: string): Promise<void> {
  const { t } = screen;
  await openAct(screen, caseId, 'signFor', part);
  await screen.button(t('staff:sign.do')).click();
  await screen.page.waitForURL(/done=signFor|\/review/);
}

/** Writes the opinion of a unit. */
export async function review(screen: Screen, caseId: string, part: string, text: string): Promise<void> {
  const { page, t } = screen;
  await openAct(screen, caseId, 'review', part);
  await screen.field(t('staff:review.text')).fill(text);
  await page.getByRole('radio', { name: t('staff:review.agree'), exact: true }).check();
  await screen.button(t('staff:review.do')).click();
  await screen.see(t('staff:case.done.review'));
}

/** Looks at every paper that nobody has seen yet, and accepts. */
export async function accept(screen: Screen, caseId: string): Promise<void> {
  const { page, t } = screen;
  await screen.go(`/staff/cases/${caseId}/accept`);
  await screen.arrive(t('staff:act.accept'));
  await page.getByRole('article', { name: screen.like(t('staff:doc.preview')) }).waitFor();
  const next = page.locator('.act-foot button');
  for (let seen = 0; seen < 12; seen += 1) {
    if ((await screen.button(t('staff:accept.do')).count()) > 0) break;
    const before = await next.textContent();
    await next.click();
    await expect.poll(() => next.textContent()).not.toBe(before);
  }
  await screen.judge('accept');
  await screen.button(t('staff:accept.do')).click();
  await screen.see(t('staff:case.done.accept'));
}

/** Grants, after it has read what the decision will say. */
export async function grant(screen: Screen, caseId: string): Promise<void> {
  const { page, t } = screen;
  await openAct(screen, caseId, 'decide');
  await page.getByRole('radio', { name: t('staff:decide.GRANTED'), exact: true }).check();
  await page.getByRole('article', { name: screen.like(t('staff:doc.preview')) }).waitFor();
  await screen.judge('decide');
  await screen.button(t('staff:decide.doGRANTED')).click();
  await screen.see(t('staff:case.done.decide'));
}

/** Hands the result over at the exit window. */
export async function deliver(screen: Screen, caseId: string): Promise<void> {
  const { t } = screen;
  await openAct(screen, caseId, 'deliver');
  await screen.judge('deliver');
  await screen.button(t('staff:deliver.do')).click();
  await screen.see(t('staff:case.done.deliver'));
}

/** From the box of a task that several people do together to its appointment. */
export async function openAppointment(screen: Screen, caseId: string, kind: MeetingKind): Promise<void> {
  const { page, t } = screen;
  const task = (await caseOf(screen, caseId)).tasks.find((each) => each.kind === kind);
  await screen.go(`/staff/cases/${caseId}`);
  await page.locator(`a[href$="/tasks/${task?.taskId}/meeting"]`).click();
  await screen.arrive(t('staff:meetings.arrange.title', { kind: t(`staff:meetings.kinds.${kind}`) }));
}

/** One act of a meeting: its dialog is filled in, confirmed, and closes. */
export async function actAtMeeting(
  screen: Screen,
  act: 'hold' | 'writeConclusion' | 'writeOpinion' | 'sign' | 'drawExperts',
  fill: (dialog: Locator) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { t } = screen;
  const dialog = await openMeetingAct(screen, act);
  await fill(dialog);
  await dialog.getByRole('button', { name: t(`staff:meetings.do.${act}`) }).click();
  await dialog.waitFor({ state: 'hidden' });
}

export async function openMeetingAct({ page, t }: Screen, act: string): Promise<Locator> {
  const name = t(`staff:meetings.acts.${act}` as 'staff:meetings.acts.hold');
  await page.getByRole('button', { name: `${name}…` }).click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  return dialog;
}

/** The sealed package of a case stands among the archives, and every point of its check holds. */
export async function seeArchived(screen: Screen, caseNo: string, judged: string): Promise<void> {
  const { page, t } = screen;
  await screen.go(`/staff/archives?q=${caseNo}`);
  await screen.arrive(t('staff:archives.title'));
  const row = page.getByRole('row').filter({ hasText: caseNo });
  await row.waitFor();
  await screen.judge(`${judged}, archives`);
  await row.getByRole('link').first().click();
  await screen.see(screen.like(t('staff:archives.stateText.ARCHIVED')));
  expect(await page.locator('.archive-faults').allTextContents()).toEqual([]);
  await screen.judge(`${judged}, archive`);
}

/** A window takes in whoever stands before it, from the work list to the receipt, by keyboard alone. */
export async function takeIn(
  screen: Screen,
  {
    item,
    name,
    residentNumber,
    phone = '13000000000',
    without = [],
  }: { item: Item; name: string; residentNumber: string; phone?: string; without?: string[] },
): Promise<{ caseId: string; caseNo: string }> {
  const { page, t, of } = screen;
  const { keyboard } = page;
  await screen.go('/staff/intake');
  await screen.arrive(t('staff:intake.title'));
  await page.locator('#in-item').waitFor();
  await keyboard.insertText(of(item.guide.name));
  await page.getByTitle(of(item.guide.name)).first().waitFor();
  await keyboard.press('Enter');
  await page.locator('#part-form [data-stop]').first().waitFor();
  const said: Record<string, string> = {
    'in-applicant.residentNumber': residentNumber,
    'in-applicant.name': name,
    'in-applicant.phone': phone,
    ...Object.fromEntries(Object.entries(item.answers).map(([path, value]) => [`answer-${path}`, value])),
  };
  for (let stops = 0; stops < 60; stops += 1) {
    const { id, inForm } = await page.evaluate<{ id: string; inForm: boolean }>(where);
    if (!inForm) break;
    await answer(screen, id, said[id] ?? '');
    // Enter goes on; what chooses by its key has gone on already.
    if ((await page.evaluate<{ id: string }>(where)).id === id) await keyboard.press('Enter');
  }
  if (without.length === 0) await keyboard.press('F8');
  else
    for (const [at, material] of item.guide.materials.entries())
      if (material.necessity === 'required' && !without.includes(material.key))
        await page.locator('.paper-row').nth(at).getByRole('checkbox').check();
  await screen.judge(`${item.key}, intake`);
  await keyboard.press('Control+Enter');
  await screen.arrive(t('staff:intake.done'));
  const caseNo = (await page.locator('.taken-numbers dd').first().textContent()) ?? '';
  const href = (await page.getByRole('link', { name: t('staff:intake.openCase') }).getAttribute('href')) ?? '';
  return { caseNo, caseId: href.split('/').at(-1) ?? '' };
}

/** Runs in the page: on which field the focus is, and whether it is one of the person or of the form. */
const where = `(() => {
  const stop = document.activeElement.closest('[data-stop]');
  const id = stop === null ? '' : (document.activeElement.id || (stop.querySelector('[id^=answer-], [id^=in-]') ?? stop).id);
  return { id, inForm: document.activeElement.closest('#part-who, #part-form') !== null };
})()`;

async function answer({ page }: Screen, id: string, value: string): Promise<void> {
  const { keyboard } = page;
  const control = page.locator(`[id="${id}"]`);
  if ((await control.getAttribute('role')) === 'combobox') {
    await keyboard.type('ytsq');
    await page
      .getByTitle(/月塘社区|Yuetang/)
      .first()
      .waitFor();
    await keyboard.press('Enter');
    return;
  }
  const radio = control.locator(`input[type=radio]`);
  if ((await radio.count()) === 0) {
    await keyboard.insertText(value);
    return;
  }
  const values = await radio.evaluateAll((inputs) =>
    inputs.map((input) => (input as unknown as { value: string }).value),
  );
  const at = values.indexOf(value);
  await keyboard.type(value === 'yes' ? 'y' : value === 'no' ? 'n' : String(Math.max(at, 0) + 1));
}
