import { describe, expect, test } from 'vitest';
import type { LocalText } from '../../contract/values.ts';
import { seniorCard } from './apply.ts';
import { expectPdf, type Reader, type Screen, withBrowser } from './browser.ts';
import { cardNumber, officers, signInStaff } from './people.ts';

const openScreen = withBrowser();

/** Fewer than these, from the work list to the printed receipt. */
const limit = 12;

const readers: readonly Reader[] = [
  { language: 'zh-CN', width: 1440 },
  { language: 'en', width: 1440 },
];

const allowance = {
  name: { zh: '高龄津贴申领', en: 'Old-age allowance' },
  bank: { zh: '开户银行', en: 'Bank' },
} as const;

/** A clerk's hands at one walk-in. */
interface Hands {
  /** Answers, names, numbers, letters of a search: what must be typed anyhow. */
  type(text: string): Promise<void>;
  /** Any other key is counted; keys held together are one. */
  press(key: string): Promise<void>;
  readonly pressed: readonly string[];
}

function handsAt({ page }: Screen): Hands {
  const pressed: string[] = [];
  return {
    type: (text) => page.keyboard.type(text),
    press: async (key) => {
      pressed.push(key);
      await page.keyboard.press(key);
    },
    pressed,
  };
}

describe.each(readers)('A clerk who reads $language and knows the item', (reader) => {
  const person = 60 + readers.indexOf(reader);

  test('takes in a senior card in fewer than 12 keys besides what is typed', async () => {
    const clerk = await atTheList(reader);
    const hands = handsAt(clerk);
    await begin(clerk, hands, { letters: 'lnryd', name: seniorCard.name });
    await clerk.see(clerk.of(seniorCard.questions.residence));
    await hands.type(cardNumber(person));
    await hands.press('Enter');
    await hands.type('样例·吴奶奶');
    await hands.press('Enter');
    await hands.type('13900000060');
    await hands.press('Enter');
    await hands.type('1');
    const phone = clerk.field(clerk.of(seniorCard.questions.phone));
    if ((await phone.inputValue()) === '') {
      await hands.type('13900000060');
      await hands.press('Enter');
    }
    await hands.type('y');
    await finish(clerk, hands);
  });

  test('takes in an allowance for a person who was here before in fewer than 12, and sees what was filled in for her', async () => {
    const clerk = await atTheList(reader);
    const { t, of, page } = clerk;
    const first = handsAt(clerk);
    await begin(clerk, first, { letters: 'gljt', name: allowance.name });
    await clerk.field(of(allowance.bank)).waitFor();
    for (const said of [cardNumber(person + 10), '样例·郑奶奶', '13900000061']) {
      await first.type(said);
      await first.press('Enter');
    }
    await first.type('n');
    await choosePlace(clerk, first);
    await first.type('演示路9号');
    await first.press('Enter');
    await first.type('2');
    for (const said of ['样例银行乐坪支行', '6200000000000000001']) {
      await first.type(said);
      await first.press('Enter');
    }
    await first.type('1');
    await clerk.judge('intake, allowance');
    await first.press('F8');
    await first.press('Enter');
    await clerk.arrive(t('staff:intake.done'));
    await page.keyboard.press('n');
    await clerk.arrive(t('staff:intake.title'));
    await clerk.go('/staff');
    await page.getByRole('row').nth(1).waitFor();

    const hands = handsAt(clerk);
    await begin(clerk, hands, { letters: 'gljt', name: allowance.name });
    await clerk.field(of(allowance.bank)).waitFor();
    for (const said of [cardNumber(person + 10), '样例·郑奶奶']) {
      await hands.type(said);
      await hands.press('Enter');
    }
    await expect.poll(() => clerk.field(of(allowance.bank)).inputValue()).toBe('样例银行乐坪支行');
    await clerk.judge('intake, prefilled');
    await hands.type('13900000061');
    await hands.press('Enter');
    await hands.type('n');
    await choosePlace(clerk, hands);
    await hands.type('演示路9号');
    await hands.press('Enter');
    await hands.type('2');
    await hands.type('1');
    await finish(clerk, hands);
  });
});

async function atTheList(reader: Reader): Promise<Screen> {
  const clerk = await openScreen(reader);
  await signInStaff(clerk, officers.clerk);
  await clerk.page.getByRole('row').nth(1).waitFor();
  return clerk;
}

/** From the work list to the chosen item. */
async function begin(
  clerk: Screen,
  hands: Hands,
  { letters, name }: { letters: string; name: LocalText },
): Promise<void> {
  await hands.press('c');
  await clerk.arrive(clerk.t('staff:intake.title'));
  await hands.type(letters);
  await clerk.page.getByTitle(clerk.of(name)).first().waitFor();
  await hands.press('Enter');
}

/** 月塘社区 by its letters, once the list of villages has come. */
async function choosePlace({ page }: Screen, hands: Hands): Promise<void> {
  await hands.type('ytsq');
  await page
    .getByTitle(/月塘社区|Yuetang/)
    .first()
    .waitFor();
  await hands.press('Enter');
}

/** Every paper is there, the receipt is issued and printed; then the keys are counted. */
async function finish(clerk: Screen, hands: Hands): Promise<void> {
  const { t, page } = clerk;
  await hands.press('F8');
  await hands.press('Enter');
  await clerk.arrive(t('staff:intake.done'));
  const receipt = clerk.link(t('staff:intake.printReceipt'));
  await receipt.waitFor();
  const printed = page.waitForEvent('popup');
  await hands.press('p');
  await printed;
  await expectPdf(clerk, receipt);
  expect(hands.pressed.length, hands.pressed.join(' ')).toBeLessThan(limit);
}
