import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { DeliveryWish, LocalText } from '../../contract/values.ts';
import type { Screen } from './browser.ts';
import { photograph } from './people.ts';

/** The two items of the demo, as their published versions name them. */
export const licence = {
  name: { zh: '公共场所卫生许可（新办）', en: 'Public place hygiene licence (new)' },
  papers: [
    { zh: '法定代表人或者负责人的身份证', en: 'Identity card of the legal representative or person in charge' },
    {
      zh: '地址方位图、平面图和卫生设施布局图',
      en: 'Location map, floor plan and layout of the sanitary facilities',
    },
    { zh: '卫生检测报告或者评价报告', en: 'Hygiene test report or assessment' },
    { zh: '卫生管理制度', en: 'Hygiene rules of your business' },
  ],
  questions: {
    businessName: { zh: '店名', en: 'Name of the business' },
    uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    premises: { zh: '经营地址', en: 'Address of the premises' },
    kind: { zh: '是什么店？', en: 'What kind of place is it?' },
    area: { zh: '营业面积', en: 'Floor area' },
    staff: { zh: '直接服务顾客的有几个人？', en: 'How many people serve customers?' },
    centralAir: { zh: '用集中空调吗？', en: 'Do you use central air conditioning?' },
    phone: { zh: '联系电话', en: 'Phone number' },
  },
  answers: {
    businessName: '样例·陈记理发店',
    uscc: '92431302MA00000079',
    premises: '演示路9号1楼',
    area: '60',
    staff: '4',
    phone: '13900001000',
  },
} as const;
export const seniorCard = {
  name: { zh: '老年人优待证', en: 'Senior citizen card' },
  papers: [
    { zh: '身份证', en: 'Identity card' },
    { zh: '一寸照片1张', en: 'One 1-inch photo' },
  ],
  questions: {
    residence: { zh: '您和本区是什么关系？', en: 'How are you connected with this district?' },
    phone: { zh: '联系电话', en: 'Phone number' },
    busCard: { zh: '同时开通免费坐公交吗？', en: 'Shall it also work for free bus rides?' },
  },
  answers: { residence: { zh: '户口在本区', en: 'My household is registered here' } },
} as const;

/** The answer to `place`: the first township and its first village, where the demo's first agent lives. */
export async function choosePlace({ page, t }: Screen): Promise<void> {
  await page.getByRole('combobox', { name: t('resident:place.township') }).selectOption({ index: 1 });
  const village = page.getByRole('combobox', { name: t('resident:place.village') });
  await village.locator('option').nth(1).waitFor({ state: 'attached' });
  await village.selectOption({ index: 1 });
}

/** Presses 下一步. */
export const onward = ({ button, t }: Screen): Promise<void> => button(t('resident:apply.next')).click();

function uploadNamed({ page, t, of }: Screen, material: LocalText, action: string): Locator {
  return page.getByLabel(t('resident:apply.materials.chooseOf', { action, material: of(material) }), { exact: true });
}

/** The control with which a resident hands in the first file for a material. */
export const uploadOf = (screen: Screen, material: LocalText): Locator =>
  uploadNamed(screen, material, screen.t('resident:apply.materials.choose'));

/** Uploads one file for a material of an application or of a supplement; the control is free again when it arrived. */
export async function handIn(screen: Screen, material: LocalText): Promise<void> {
  await uploadOf(screen, material).setInputFiles(photograph);
  const more = uploadNamed(screen, material, screen.t('resident:apply.materials.chooseMore'));
  await expect.poll(() => more.isEnabled(), { timeout: 15_000 }).toBe(true);
}

/** Chooses one answer of a question with few answers; an answer may go on with a hint. */
export const choose = ({ page, starting }: Screen, question: string, answer: string): Promise<void> =>
  page
    .getByRole('group', { name: question })
    .getByRole('radio', { name: starting(answer) })
    .check();

/** From the first page of an application for a licence to its check page, everything right at once. */
export async function fillLicence(screen: Screen, wish: DeliveryWish): Promise<void> {
  const { t, of, arrive } = screen;
  const { questions, answers } = licence;
  await arrive(t('resident:apply.place.title'));
  await choosePlace(screen);
  await onward(screen);
  await arrive(t('resident:apply.form.title'));
  for (const key of ['businessName', 'uscc', 'premises'] as const)
    await screen.field(of(questions[key])).fill(answers[key]);
  await onward(screen);
  await fillSecondPage(screen);
  await onward(screen);
  await fillThirdPage(screen);
  await onward(screen);
  await arrive(t('resident:apply.materials.title'));
  for (const paper of licence.papers) await handIn(screen, paper);
  await onward(screen);
  await arrive(t('resident:apply.delivery.title'));
  await choose(screen, t('resident:apply.delivery.label'), t(`resident:apply.delivery.${wish}`));
  await onward(screen);
  await arrive(t('resident:apply.check.title'));
}

export async function fillSecondPage(screen: Screen): Promise<void> {
  const { page, t, of, arrive } = screen;
  const { questions, answers } = licence;
  await arrive(t('resident:apply.form.more', { part: 2 }));
  await page.getByRole('combobox', { name: of(questions.kind) }).selectOption('hairdresser');
  await screen.field(of(questions.area)).fill(answers.area);
  await screen.field(of(questions.staff)).fill(answers.staff);
}

export async function fillThirdPage(screen: Screen): Promise<void> {
  const { t, of, arrive } = screen;
  await arrive(t('resident:apply.form.more', { part: 3 }));
  await choose(screen, of(licence.questions.centralAir), t('resident:apply.no'));
  await screen.field(of(licence.questions.phone)).fill(licence.answers.phone);
}

/** Presses 提交申请 and reads the two numbers that the done page gives; another `heading` where it is decided at once. */
export async function submitApplication(screen: Screen, heading?: string): Promise<Received> {
  await screen.button(screen.t('resident:apply.check.submit')).click();
  return readReceived(screen, heading);
}

export interface Received {
  readonly caseNo: string;
  readonly queryCode: string;
  readonly caseId: string;
}

export async function readReceived(
  { page, t, arrive }: Screen,
  heading = t('resident:apply.done.title'),
): Promise<Received> {
  await arrive(heading);
  const [caseNo = '', queryCode = ''] = await page.getByRole('definition').allTextContents();
  const caseId = /apply\/([^/]+)\/done/.exec(page.url())?.[1] ?? '';
  return { caseNo, queryCode, caseId };
}
