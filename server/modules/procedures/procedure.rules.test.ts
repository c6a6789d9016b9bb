import { expect, test } from 'vitest';
import { licensingLimits } from '../deadlines/index.ts';
import { extendableOf, groundsOf, namesParty } from './procedure.rules.ts';

const named = { zh: '踏勘', en: 'visit' };
const visit = (article?: string) => ({
  stages: [
    {
      key: 'visit',
      name: named,
      tasks: [
        {
          ...{ key: 'visit', name: named, kind: 'SITE_VISIT' as const, organ: 'DECIDING' as const, post: named },
          pause: {
            ground: 'siteVisit' as const,
            ...(article && { basis: { law: '样例条例', article, mark: 'sample' as const } }),
          },
        },
      ],
    },
  ],
});

test('R-2.14: the eight of ALL 45 always; another only with the article of its own law', () => {
  expect(groundsOf(visit()).map(({ ground }) => ground)).toHaveLength(8);
  expect(groundsOf(visit('第九条')).at(-1)).toEqual({
    ground: 'siteVisit',
    basis: { law: '样例条例', article: '第九条' },
  });
});

test('R-2.8, R-2.9: ten days by the organ’s head, fifteen by the government’s in joint handling, none without a law', () => {
  expect(extendableOf({ statutory: licensingLimits.decision })).toMatchObject({ most: 10, approver: 'organHead' });
  expect(extendableOf({ statutory: licensingLimits.jointDecision })).toMatchObject({
    most: 15,
    approver: 'governmentHead',
  });
  expect(extendableOf({ statutory: licensingLimits.correction })).toBeUndefined();
  const other = { ...licensingLimits.decision, basis: { law: '样例条例' }, extendableBy: 30 };
  expect(extendableOf({ statutory: other })).toMatchObject({
    most: 30,
    approver: 'organHead',
    basis: { law: '样例条例' },
  });
});

test('公示: a name or number is found however it is spaced; a surname alone is none', () => {
  const parties = [{ name: '样例·王老板', number: '43130219000101001X' }];
  expect(namesParty('拟准予王 老板开店', parties)).toBe(true);
  expect(namesParty('号码４３１３０２１９０００１０１００１x', parties)).toBe(true);
  expect(namesParty('拟准予在王家巷8号开理发店', parties)).toBe(false);
});
