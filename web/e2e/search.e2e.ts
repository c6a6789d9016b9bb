import { describe, expect, test } from 'vitest';
import { seniorCard } from './apply.ts';
import { readers, withBrowser } from './browser.ts';

const openScreen = withBrowser();

describe.each(readers)('Somebody who looks for a matter in $language at $width pixels', (reader) => {
  test('chooses a name while typing, with the keyboard or a press, and finds it as well when no names come', async () => {
    const screen = await openScreen(reader);
    const { page, t, of, field, button, arrive, like, judge } = screen;
    const name = of(seniorCard.name);
    const typed = [...name].slice(0, 4).join('');
    const question = field(t('resident:question.title'));
    const names = page.getByRole('option');

    await screen.go('/');
    await arrive(t('resident:question.title'));
    await question.pressSequentially(typed);
    await names.filter({ hasText: name }).waitFor();
    await judge('home, names to choose from');
    await question.press('Escape');
    expect(await names.count()).toBe(0);
    expect(await question.inputValue()).toBe(typed);
    await question.press('Backspace');
    await names.filter({ hasText: name }).waitFor();
    await question.press('ArrowDown');
    expect(await names.first().getAttribute('aria-selected')).toBe('true');
    await question.press('Enter');
    await arrive(name);

    await screen.go('/');
    await question.pressSequentially(typed);
    await names.filter({ hasText: name }).click();
    await arrive(name);

    await page.route('**/api/suggestions*', (route) => route.abort());
    await screen.go('/');
    await question.fill(name);
    await button(t('resident:question.find')).click();
    await arrive(like(t('resident:find.found')));
    await page.getByRole('link').filter({ hasText: name }).first().click();
    await arrive(name);
  });
});
