import { describe, expect, test } from 'vitest';
import { choosePlace, handIn, licence, onward, seniorCard, uploadField } from './apply.ts';
import { readers, seeAt, useBrowser } from './browser.ts';
import { cardNumber, photograph, signInByPhone, wrongCardNumber } from './people.ts';

const openScreen = useBrowser();

describe.each(readers)('A resident who reads $language at $width pixels', (reader) => {
  const person = readers.indexOf(reader);
  const phone = `1390000010${person}`;

  test('finds a licence by everyday words, applies once in spite of a lost line, and sees why that day', async () => {
    const screen = await openScreen(reader);
    const desk = await openScreen(reader);
    const { page, t, of, like, button, link, field, arrive, see, judge } = screen;
    const fault = (code: string, label: string, facts = {}) => t(`refusals:fields.${code}` as never, { label, ...facts });

    await screen.go('/');
    await arrive(t('resident:question.title'));
    await judge('home');
    await field(t('resident:question.title')).fill(of({ zh: '开理发店', en: 'hair salon' }));
    await button(t('resident:question.find')).click();
    await arrive(like(t('resident:find.found')));
    await judge('find');
    await link(of(licence.name)).first().click();
    await arrive(of(licence.name));
    await see(t('resident:guide.bring'));
    await judge('guide');
    await link(t('resident:due.whyMany')).first().click();
    await arrive(t('why:title'));
    await judge('guide, why');
    await page.goBack();
    await link(t('resident:guide.start')).click();

    await signInByPhone(screen, desk, phone);
    await arrive(t('resident:identity.title'));
    await judge('identity');
    const name = field(t('resident:identity.name'));
    const number = field(t('resident:identity.number'));
    await name.fill('样例·陈老板');
    await number.fill(wrongCardNumber(person));
    await button(t('resident:identity.declare')).click();
    await seeAt(number, t('refusals:fields.id_checkDigit'));
    expect([await name.inputValue(), await number.inputValue()]).toEqual(['样例·陈老板', wrongCardNumber(person)]);
    await judge('identity, refused');
    await number.fill(cardNumber(person));
    await button(t('resident:identity.declare')).click();

    await arrive(t('resident:apply.place.title'));
    await judge('apply, place');
    await choosePlace(screen);
    await onward(screen);

    await arrive(t('resident:apply.form.title'));
    await judge('apply, form');
    const answer = (pair: { zh: string; en: string }) => field(of(pair));
    await answer({ zh: '店名', en: 'Name of the business' }).fill('样例·陈记理发店');
    const code = answer({ zh: '统一社会信用代码', en: 'Unified social credit code' });
    await code.fill('92431302MA0000007');
    await answer({ zh: '经营地址', en: 'Address of the premises' }).fill('演示路9号1楼');
    await onward(screen);
    await see(t('resident:apply.errors', { count: 1 }));
    await page.waitForFunction('document.activeElement?.getAttribute("role") === "alert"');
    expect(await code.inputValue()).toBe('92431302MA0000007');
    expect(fault('format', '')).toBeTypeOf('string');
    await judge('apply, form refused');
  });
});
