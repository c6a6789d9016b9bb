import { describe, expect, test } from 'vitest';
import {
  choose,
  choosePlace,
  fillSecondPage,
  fillThirdPage,
  handIn,
  licence,
  onward,
  readReceived,
  seniorCard,
  submitApplication,
  uploadOf,
} from './apply.ts';
import { expectPdf, readers, type Screen, seeAt, withBrowser } from './browser.ts';
import { cardNumber, photograph, signInByPhone, wrongCardNumber } from './people.ts';
import { wordsOf } from './words.ts';

const openScreen = withBrowser();

describe.each(readers)('A resident who reads $language at $width pixels', (reader) => {
  const person = readers.indexOf(reader);
  const phone = `1390000010${person}`;

  test('finds a licence by everyday words, applies once on a failing line, and follows it to the reasons of its day', async () => {
    const screen = await openScreen(reader);
    const { page, t, of, like, button, link, field, arrive, see, judge } = screen;
    const { questions, answers, papers } = licence;

    await screen.go('/');
    await arrive(t('resident:question.title'));
    await judge('home');
    await field(t('resident:question.title')).fill(of({ zh: '开理发店', en: 'hairdresser' }));
    await button(t('resident:question.find')).click();
    await arrive(like(t('resident:find.found')));
    await judge('find');
    await link(of(licence.name)).first().click();
    await arrive(of(licence.name));
    await see(t('resident:guide.bring'));
    await judge('guide');
    await link(t('resident:due.why')).click();
    await arrive(t('why:title'));
    await judge('guide, why');
    await page.goBack();
    await link(t('resident:guide.start')).click();
    await signInByPhone(screen, await openScreen(reader), phone);

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
    await field(of(questions.businessName)).fill(answers.businessName);
    await field(of(questions.premises)).fill(answers.premises);
    const code = field(of(questions.uscc));
    const wrongCode = answers.uscc.replace(/9$/, '8');
    await code.fill(wrongCode);
    await onward(screen);
    await see(t('resident:apply.errors', { count: 1 }));
    await seeAt(code, t('refusals:fields.uscc_checkDigit'));
    expect([await code.inputValue(), await field(of(questions.premises)).inputValue()]).toEqual([
      wrongCode,
      answers.premises,
    ]);
    await judge('apply, form refused');
    await code.fill(answers.uscc);
    await readInOtherLanguage(screen);
    expect(await field(of(questions.premises)).inputValue()).toBe(answers.premises);
    expect(await code.inputValue()).toBe(answers.uscc);
    await onward(screen);

    await fillSecondPage(screen);
    const area = field(of(questions.area));
    await area.fill(of({ zh: '很大', en: 'large' }));
    await onward(screen);
    await seeAt(area, t('refusals:fields.not_a_number', { label: of(questions.area) }));
    expect(await area.inputValue()).toBe(of({ zh: '很大', en: 'large' }));
    await area.fill(answers.area);
    await onward(screen);
    await fillThirdPage(screen);
    await onward(screen);

    await arrive(t('resident:apply.materials.title'));
    await judge('apply, materials');
    const card = uploadOf(screen, papers[0]);
    await card.setInputFiles({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('不是照片') });
    await seeAt(card, t('refusals:file_kind'));
    await card.setInputFiles({ ...photograph, buffer: Buffer.from('也不是照片') });
    await seeAt(card, t('refusals:file_kind'));
    await judge('apply, materials refused');
    for (const paper of papers) await handIn(screen, paper);
    await onward(screen);

    await arrive(t('resident:apply.delivery.title'));
    await judge('apply, delivery');
    await choose(screen, t('resident:apply.delivery.label'), t('resident:apply.delivery.ELECTRONIC'));
    await onward(screen);

    await arrive(t('resident:apply.check.title'));
    await see(answers.premises);
    await judge('apply, check');
    await page.context().setOffline(true);
    await button(t('resident:apply.check.submit')).click();
    await see(t('refusals:offline'));
    await page.context().setOffline(false);
    // The worst of lost lines: what was sent arrives, what is answered does not.
    await page.route(
      '**/submit',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    const arrived = page.waitForEvent('requestfailed');
    await button(t('resident:tryAgain')).click();
    await arrived;
    await see(t('refusals:offline'));
    await judge('apply, line lost');
    await button(t('resident:tryAgain')).click();
    const { caseNo, queryCode } = await readReceived(screen);
    expect(caseNo).toMatch(/^BJ431302\d{14}$/);
    expect(queryCode).toMatch(/^[0-9A-Z]{8}$/);
    await judge('apply, done');

    await link(t('resident:apply.done.follow')).click();
    await arrive(of(licence.name));
    await see(t('resident:story.case.submitted'));
    await judge('my case');
    const receipt = link(t('resident:case.pdf', { title: '收件凭证' }));
    await receipt.waitFor();
    await expectPdf(screen, receipt);
    await link(t('resident:due.why')).click();
    await arrive(t('why:title'));
    await judge('my case, why');
    await screen.go('/my');
    await arrive(t('resident:my.title'));
    await see(t('states:RECEIVED'));
    expect(
      await page
        .getByRole('link')
        .filter({ hasText: of(licence.name) })
        .count(),
    ).toBe(1);
    await judge('my');

    const stranger = await openScreen(reader);
    await stranger.go('/query');
    await stranger.arrive(t('resident:query.title'));
    await stranger.judge('query');
    await stranger.field(t('resident:query.caseNo')).fill(caseNo);
    await stranger.field(t('resident:query.queryCode')).fill(queryCode === 'AAAA2222' ? 'BBBB3333' : 'AAAA2222');
    await stranger.button(t('resident:query.find')).click();
    await stranger.see(t('refusals:query_wrong'));
    await stranger.judge('query, refused');
    await stranger.field(t('resident:query.queryCode')).fill(`${queryCode.slice(0, 4)} ${queryCode.slice(4)}`);
    await stranger.button(t('resident:query.find')).click();
    await stranger.arrive(of(licence.name));
    await stranger.see(t('resident:query.masked'));
    expect(await stranger.page.getByText('样例·陈老板').count()).toBe(0);
    await stranger.judge('query, found');
    await stranger.button(t('resident:due.why')).click();
    await stranger.arrive(t('why:title'));

    await screen.go('/find?lifeEvent=senior');
    await page
      .getByRole('link')
      .filter({ hasText: of(seniorCard.name) })
      .click();
    await link(t('resident:guide.start')).click();
    await arrive(t('resident:apply.place.title'));
    await onward(screen);
    await arrive(t('resident:apply.form.title'));
    await choose(screen, of(seniorCard.questions.residence), of(seniorCard.answers.residence));
    await field(of(seniorCard.questions.phone)).fill(phone);
    await choose(screen, of(seniorCard.questions.busCard), t('resident:apply.yes'));
    await onward(screen);
    await arrive(t('resident:apply.form.more', { part: 2 }));
    await onward(screen);
    await arrive(t('resident:apply.materials.title'));
    await handIn(screen, seniorCard.papers[0]);
    await onward(screen);
    await arrive(t('resident:apply.delivery.title'));
    await onward(screen);
    await arrive(t('resident:apply.check.title'));
    await submitApplication(screen);
    await link(t('resident:apply.done.follow')).click();
    await page.getByRole('link', { name: t('resident:case.withdraw') }).click();
    await arrive(t('resident:withdraw.title'));
    await judge('my case, withdraw');
    await button(t('resident:withdraw.confirm')).click();
    await see(t('resident:case.todo.withdrawn'));
  });

  test('reads every page that needs no account', async () => {
    const screen = await openScreen(reader);
    const { t, arrive, judge } = screen;
    const pages = {
      '/life-events': t('resident:lifeEvents.title'),
      '/near': t('resident:near.title'),
      '/seals': t('resident:seals.title'),
      '/accessibility': t('resident:accessibility.title'),
      '/privacy': t('resident:privacy.title'),
      '/my': t('resident:my.title'),
      '/verify/unknown-token': t('resident:verify.unknown'),
      '/no-such-page': t('resident:notFound.title'),
    };
    for (const [path, heading] of Object.entries(pages)) {
      await screen.go(path);
      await arrive(heading);
      await judge(`resident ${path}`);
    }
    await screen.go(`/find?q=${encodeURIComponent('zzzz')}`);
    await arrive(t('resident:find.none', { query: 'zzzz' }));
    await judge('find, nothing');
    await screen.go('/');
    await screen.button(t('resident:elder')).click();
    await screen.button(t('resident:normal')).waitFor();
    await judge('home, elder');
  });
});

/** Changes the language and back; the page is drawn anew each time. */
async function readInOtherLanguage({ language, button, page, t, arrive }: Screen): Promise<void> {
  const other = await wordsOf(language === 'en' ? 'zh-CN' : 'en');
  await button(t('resident:otherLanguage')).click();
  await arrive(other.t('resident:apply.form.title'));
  await page.getByRole('button', { name: other.t('resident:otherLanguage'), exact: true }).click();
  await arrive(t('resident:apply.form.title'));
}
