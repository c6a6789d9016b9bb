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
} as const;
export const seniorCard = {
  name: { zh: '老年人优待证', en: 'Senior citizen card' },
  papers: [
    { zh: '身份证', en: 'Identity card' },
    { zh: '一寸照片1张', en: 'One 1-inch photo' },
  ],
} as const;

/** 乐坪街道 and its first village: where the agent of the demo lives who carries results. */
export const home = {
  township: { zh: '乐坪街道', en: 'Leping Subdistrict' },
};

/** The answer to `place`: the township and its first village. */
export async function choosePlace({ page, t }: Screen): Promise<void> {
  const township = page.getByRole('combobox', { name: t('resident:place.township') });
  await township.selectOption({ index: 1 });
  const village = page.getByRole('combobox', { name: t('resident:place.village') });
  await village.locator('option').nth(1).waitFor({ state: 'attached' });
  await village.selectOption({ index: 1 });
}

/** Presses 下一步. */
export const onward = ({ button, t }: Screen) => button(t('resident:apply.next')).click();

/** Uploads one file for a material of an application or a supplement. */
export async function handIn(
  { page, t, of, see }: Screen,
  material: { zh: string; en: string },
  file: { name: string; mimeType: string; buffer: Buffer } = photograph,
): Promise<void> {
  await uploadField({ page, t, of }, material).setInputFiles(file);
  await page.getByText(t('resident:apply.materials.uploaded', { name: file.name })).first().waitFor();
  await see(file.name);
}

export function uploadField({ page, t, of }: Pick<Screen, 'page' | 't' | 'of'>, material: { zh: string; en: string }) {
  return page.getByLabel(t('resident:apply.materials.chooseOf', { action: '', material: of(material) }).trim());
}
