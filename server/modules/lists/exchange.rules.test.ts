import { expect, test } from 'vitest';
import { demoItems } from '../../demo/items.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import { exchangeOf, type Surroundings } from './exchange.rules.ts';

const around: Surroundings = {
  standing: 'IN_USE',
  organ: '卫生健康局',
  consult: '0738-0000001',
  complain: '12345',
  address: '演示路1号',
  hours: '12345 09:00-17:00',
  inHall: true,
};
const versionOf = (key: string): ItemVersion => {
  const { code, caseType, level, profile, content } = demoItems.find((item) => item.key === key) ?? demoItems[0]!;
  return {
    id: key,
    itemId: key,
    version: 3,
    code,
    effectiveDay: '2026-01-01',
    profile,
    caseType,
    level,
    acceptingOrganId: 'o',
    decidingOrganId: 'o',
    content,
  };
};
const licence = versionOf('hygieneLicence');
const withElements = (elements: Partial<ItemVersion['content']['elements']>): ItemVersion => ({
  ...licence,
  content: { ...licence.content, elements: { ...licence.content.elements, ...elements } },
});

test('GB/T 39554.2: codes, type, level and state in the fields and numbers of the national tables', () => {
  expect(exchangeOf(licence, around)).toMatchObject({
    task_name: '公共场所卫生许可（新办）',
    task_code: licence.code.slice(0, 31),
    task_handle_item: licence.code,
    catalog_code: licence.code.slice(19, 31),
    dept_code: licence.code.slice(0, 18),
    dept_name: '卫生健康局',
    task_type: '01',
    task_version: 3,
    task_state: 1,
    use_level: 4,
    promise_day: '10',
    promise_type: '工作日',
    is_fee: 0,
  });
  expect(exchangeOf(licence, { ...around, standing: 'CANCELLED' })).toMatchObject({ task_state: 3 });
});

test('办件类型: 1 is 即办件 and 2 is 承诺件 here, the other way round than in the rating interface', () => {
  expect(exchangeOf(licence, around)).toMatchObject({ project_type: 2 });
  expect(exchangeOf({ ...licence, caseType: 'IMMEDIATE' }, around)).toMatchObject({ project_type: 1 });
});

test('Several values are joined by ^, and other organisations are 9', () => {
  expect(exchangeOf(withElements({ serviceObjects: ['PERSON', 'ENTERPRISE', 'OTHER'] }), around)).toMatchObject({
    server_type: '1^2^9',
  });
  expect(exchangeOf(withElements({ handlingForms: ['WINDOW', 'COURIER'] }), around)).toMatchObject({
    handle_type: '1^3',
  });
});

test('权力来源, 通办范围, 网办深度: numbered as the national tables number them', () => {
  const sources = ['STATUTORY', 'DEVOLVED', 'AUTHORIZED', 'PEER_AUTHORIZED', 'ENTRUSTED', 'PEER_ENTRUSTED'] as const;
  expect(sources.map((powerSource) => exchangeOf(withElements({ powerSource }), around)['power_source'])).toEqual([
    1, 2, 3, 4, 5, 6,
  ]);
  expect(exchangeOf(withElements({ handlingArea: 'NATION', onlineDepth: 'RESULT' }), around)).toMatchObject({
    handle_area: 1,
    online_handle_depth: 6,
  });
  expect(exchangeOf(withElements({ handlingArea: 'VILLAGE', onlineDepth: 'CONSULT' }), around)).toMatchObject({
    handle_area: 6,
    online_handle_depth: 1,
  });
});

test('委托部门 stands there only where a power was entrusted', () => {
  expect(exchangeOf(licence, around)).not.toHaveProperty('entrust_name');
  const entrusted = withElements({ bodyNature: 'ENTRUSTED', entrustedBy: { zh: '区卫生健康局', en: 'Health Bureau' } });
  expect(exchangeOf(entrusted, around)).toMatchObject({ dept_type: 3, entrust_name: '区卫生健康局' });
});
