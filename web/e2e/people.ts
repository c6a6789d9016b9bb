import { checkResidentId, maskPhone } from '../../contract/identifiers.ts';
import type { Screen } from './browser.ts';

/** The one password of all sample staff in a demo. */
export const staffPassword = 'menkouban-demo';

/** A well-formed number of 1900, which no living person holds; numbers of the demo itself are below 400. */
export function cardNumber(sequence: number): string {
  const body = `43130219000101${String(400 + sequence)}`;
  const check = [...'0123456789X'].find((digit) => checkResidentId(body + digit).ok);
  return body + check;
}

/** The same number with another check digit. */
export function wrongCardNumber(sequence: number): string {
  const right = cardNumber(sequence);
  return right.slice(0, -1) + (right.endsWith('1') ? '2' : '1');
}

/** A photograph of a paper, as small as a picture can be; its name is as people name things. */
export const photograph = {
  name: '材料 第1页（正面）.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** The text of the newest message to this phone, as the demo desk shows it. */
export async function newestMessage(desk: Screen, phone: string, holding: RegExp): Promise<string> {
  const message = desk.page.getByRole('article', { name: desk.t('staff:dev.text'), exact: true });
  const to = desk.page
    .getByRole('row')
    .filter({ hasText: maskPhone(phone) })
    .filter({ hasText: holding })
    .first();
  for (let looked = 0; ; looked += 1) {
    await desk.go('/dev');
    await message.waitFor();
    if ((await to.count()) > 0) break;
    if (looked === 20) throw new Error(`No message to ${phone} came.`);
  }
  await to.getByRole('button').click();
  await message.filter({ hasText: maskPhone(phone) }).waitFor();
  return (await message.textContent()) ?? '';
}

/** From the sign-in page onward: the phone, then the code that stands in the outbox of the demo. */
export async function signInByPhone(screen: Screen, desk: Screen, phone: string): Promise<void> {
  const { t } = screen;
  await screen.arrive(t('resident:signIn.title'));
  await screen.judge('sign in');
  await screen.field(t('resident:signIn.phone')).fill(phone);
  await screen.button(t('resident:signIn.send')).click();
  await screen.arrive(t('resident:signIn.codeTitle'));
  await screen.judge('sign in, code');
  const code = /\d{6}/.exec(await newestMessage(desk, phone, /\d{6}/))?.[0] ?? '';
  await screen.field(t('resident:signIn.code')).fill(code);
  await screen.button(t('resident:signIn.enter')).click();
}

/** A signed-in person without a name yet says who he is. */
export async function declareIdentity(screen: Screen, number: string): Promise<void> {
  const { t } = screen;
  await screen.arrive(t('resident:identity.title'));
  await screen.field(t('resident:identity.name')).fill('样例·陈老板');
  await screen.field(t('resident:identity.number')).fill(number);
  await screen.button(t('resident:identity.declare')).click();
}

/** Sample staff of the first township, of its first village and of the health bureau. */
export const officers = {
  clerk: 'clerk.leping',
  townshipDecider: 'decider.leping',
  agent: 'agent.leping.1',
  reviewer: 'reviewer.health',
  decider: 'decider.health',
  supervisor: 'supervisor',
  administrator: 'admin',
} as const;

/** Staff sign in with name and password. */
export async function signInStaff(screen: Screen, username: string, password = staffPassword): Promise<void> {
  await screen.go('/staff');
  await screen.arrive(screen.t('staff:signIn.title'));
  await screen.field(screen.t('staff:signIn.username')).fill(username);
  await screen.page.getByLabel(screen.t('staff:signIn.password'), { exact: true }).fill(password);
  await screen.page.keyboard.press('Enter');
}
