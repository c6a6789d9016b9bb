import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../contract/form.ts';
import { systemCall } from '../../platform/http/call.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import { licensingLimits } from '../deadlines/index.ts';
import { type DocumentContent, documentLines, draftDocument } from '../documents/index.ts';
import type { Center, Organ } from '../places/index.ts';
import type { Case, Party } from './case.store.ts';
import {
  acceptanceNotice,
  acceptanceRefusal,
  correctionNotice,
  denialDecision,
  grantDecision,
  intakeReceipt,
  type Matter,
} from './paper.rules.ts';

const both = (zh: string) => ({ zh, en: zh });
const organ = (id: string, name: string): Organ => ({
  id,
  name: both(name),
  shortCode: name.slice(0, 3),
  level: 'DISTRICT',
  regionId: 'region',
  phone: '0738-0000001',
  address: '演示地址',
  reconsiderationOrgan: '区人民政府（演示）',
  court: '区人民法院（演示）',
  isAdministrativeOrgan: true,
});
const health = organ('health', '区卫生健康局');
const bureau = organ('bureau', '区行政审批局');
const center: Center = {
  id: 'center',
  name: both('甲镇便民服务中心'),
  level: 'TOWNSHIP',
  regionId: 'region',
  organId: 'town',
  address: both('演示地址'),
  phone: '0738-0000002',
  hours: [],
  serves: [],
};

const requirement = (key: string, name: string, article?: string) => ({
  key,
  name: both(name),
  necessity: 'required' as const,
  basis: { law: '公共场所卫生管理条例实施细则', ...(article && { article }), mark: 'sample' as const },
});
const version = (content: object = {}, profile: ItemVersion['profile'] = 'LICENSE'): ItemVersion =>
  ({
    id: 'version',
    code: '11431302DEM000022N443012300200001',
    caseType: 'PROMISED',
    profile,
    content: {
      name: both('公共场所卫生许可（新办）'),
      materials: [requirement('plan', '平面图', '第二十二条'), requirement('testReport', '卫生检测报告')],
      statutoryLimit: licensingLimits.decision,
      promisedLimit: { amount: 10, unit: 'workingDays', basis: { guide: '办事指南' } },
      deemedAcceptance: true,
      elements: { simpleApproval: false },
      fee: { fen: 0, note: both('不收钱'), mark: 'checked' },
      result: { name: both('公共场所卫生许可证'), scope: '本店', validity: { months: 48, mark: 'sample' } },
      bases: [
        { law: '行政许可法', article: '第四十二条', mark: 'checked' },
        { law: '公共场所卫生管理条例', mark: 'sample' },
      ],
      ...content,
    },
  }) as unknown as ItemVersion;

/** Applied on Monday 2026-03-02 at 21:30, Beijing time. */
function matter(
  given: { theCase?: Partial<Case>; version?: ItemVersion; applicant?: Partial<Party>; answers?: Answers } = {},
): Matter {
  return {
    theCase: {
      caseNo: 'BJ43130220260302000001',
      profile: (given.version ?? version()).profile,
      caseType: 'PROMISED',
      receivedAt: '2026-03-02T13:30:00Z',
      receivedDay: '2026-03-02',
      acceptedDay: '2026-03-03',
      ...given.theCase,
    } as Case,
    version: given.version ?? version(),
    parties: [{ id: 'party', role: 'applicant', kind: 'person', name: '样例·张某某', ...given.applicant } as Party],
    filled: {
      form: (given.version ?? version()).content.form ?? [],
      answers: given.answers ?? {},
      about: { today: '2026-03-02' },
      placeName: () => '',
    },
    acceptingOrgan: bureau,
    decidingOrgan: health,
    issuingOrgan: health,
    center,
    organName: (organId) => (organId === bureau.id ? bureau : health).name.zh,
  };
}

const call = systemCall({
  district: 'testing',
  demo: false,
  now: Temporal.Instant.from('2026-03-03T02:00:00Z'),
  today: Temporal.PlainDate.from('2026-03-03'),
});
const textOf = (content: DocumentContent, by: Organ = bureau) =>
  documentLines(draftDocument(content, by, call)).join('\n');
const timesIn = (text: string, words: string) => text.split(words).length - 1;

describe('受理通知书 (ALL 32, R-2.8, R-2.15)', () => {
  const given = {
    acceptedDay: '2026-03-03',
    queryCode: 'ABCD2345',
    ground: { kind: 'complete' },
    statutoryDueDay: '2026-03-31',
    promisedDueDay: '2026-03-17',
    provisional: false,
  } as const;

  test('it states both limits with their last days, who decides, and how to ask', () => {
    const text = textOf(acceptanceNotice(matter(), given));
    expect(text).toContain('您于2026年3月2日提出的公共场所卫生许可（新办）申请');
    expect(text).toContain('第三十二条第一款第五项的规定，现决定自2026年3月3日起受理');
    expect(text).toMatch(/本机关承诺最迟2026年3月17日.*作出决定，即受理后10个工作日内/);
    expect(text).toMatch(/法定期限为20个工作日，最迟2026年3月31日/);
    expect(text).toContain('由区卫生健康局审查，审查和决定由两个人分别作出');
    expect(text).toContain('不收费');
    expect(text).toContain('查询码ABCD2345');
    expect(text).toContain('0738-0000001');
  });

  test('after a correction it still names the day of the first application, not that of the resubmission', () => {
    const text = textOf(
      acceptanceNotice(matter({ theCase: { receivedDay: '2026-03-10', round: 2 } }), {
        ...given,
        acceptedDay: '2026-03-11',
        ground: { kind: 'corrected' },
      }),
    );
    expect(text).toContain('您于2026年3月2日提出的');
    expect(text).toContain('您已按要求提交全部补正材料');
  });

  test('R-2.5: the notice by law says that nobody answered, and that its days count from the receipt', () => {
    const text = textOf(
      acceptanceNotice(matter(), {
        ...given,
        acceptedDay: '2026-03-02',
        ground: { kind: 'deemed', receivedDay: '2026-03-02', noticeLastDay: '2026-03-09' },
      }),
    );
    expect(text).toContain('到2026年3月9日没有告知需要补正的内容');
    expect(text).toContain('第三十二条第一款第四项');
    expect(text).toContain('受理日为2026年3月2日');
    expect(text).toContain('办理期限从受理日起算，不因本通知书出具在后而顺延');
  });

  test('where no law sets a limit, only the promise is printed', () => {
    const { statutoryLimit: _, ...content } = version().content;
    const service = { ...version({}, 'PUBLIC_SERVICE'), content } as ItemVersion;
    const text = textOf(acceptanceNotice(matter({ version: service }), { ...given, statutoryDueDay: null }));
    expect(text).toMatch(/本机关承诺最迟2026年3月17日/);
    expect(text).not.toContain('法定期限');
    expect(text).not.toContain('行政许可法');
  });

  test('dates in a year whose holidays are not published are called provisional, and only that year is named', () => {
    const text = textOf(
      acceptanceNotice(matter(), {
        ...given,
        promisedDueDay: '2026-12-30',
        statutoryDueDay: '2027-01-14',
        provisional: true,
      }),
    );
    expect(text).toContain('。2027年的放假安排尚未公布');
    expect(text).not.toContain('2026年的放假安排');
  });

  test('a fee is printed with its basis', () => {
    const paid = version({ fee: { fen: 1000, note: both('工本费10元'), mark: 'sample' } });
    expect(textOf(acceptanceNotice(matter({ version: paid }), given))).toContain(
      '收费工本费10元，依据是样例，待部门核对',
    );
  });

  test('an immediate matter is decided on the spot', () => {
    const text = textOf(acceptanceNotice(matter({ theCase: { caseType: 'IMMEDIATE' } }), given));
    expect(text).toContain('由区卫生健康局当场决定');
  });
});

describe('补正告知书 (ALL 32(1)(4))', () => {
  const defects = [
    { key: 'plan', kind: 'unsigned', howToFix: '请在平面图上签字' },
    { key: 'testReport', kind: 'expired', howToFix: '请换一年以内的报告' },
  ] as const;

  test('every defect stands with its material, what is wrong, how to put it right, and the basis', () => {
    const text = textOf(correctionNotice(matter(), { defects, lastDay: null }));
    expect(text).toContain('有2项需要补正');
    expect(text).toContain(
      '1 | 平面图 | 没有签字或盖章 | 请在平面图上签字 | 《公共场所卫生管理条例实施细则》第二十二条',
    );
    expect(text).toContain('2 | 卫生检测报告 | 已过期 | 请换一年以内的报告 | 《公共场所卫生管理条例实施细则》');
    expect(text).toContain('现将需要补正的全部内容一次告知如下');
  });

  test('the law sets no last day for the applicant, and the paper says so', () => {
    expect(textOf(correctionNotice(matter(), { defects, lastDay: null }))).toContain('法律没有规定补正的最后日期');
  });

  test('a day that the guide sets is printed; nothing is lost by missing it', () => {
    const text = textOf(correctionNotice(matter(), { defects, lastDay: '2026-03-24' }));
    expect(text).toContain('请最迟2026年3月24日（星期二）补齐（办事指南）');
    expect(text).toContain('申请不会因此作废');
  });

  test('where a local rule takes silence for a withdrawal, day, consequence and rule are printed', () => {
    const { content, ...rest } = version();
    const rule = { law: '本区补正规定', article: '第五条', mark: 'checked' } as const;
    const strict = matter({ version: { ...rest, content: { ...content, deemedWithdrawal: rule } } });
    const text = textOf(correctionNotice(strict, { defects, lastDay: '2026-03-24' }));
    expect(text).toMatch(/请最迟2026年3月24日.*补齐（《本区补正规定》第五条）/);
    expect(text).toContain('视为撤回申请，您可以重新申请');
  });
});

describe('不予受理决定书 (ALL 32(1)(1) and (2))', () => {
  const remedies =
    '六十日内向区人民政府（演示）申请行政复议，也可以自收到本决定书之日起六个月内依法向区人民法院（演示）提起行政诉讼';

  test('R-2.2: reason, article once, competent organ and remedies', () => {
    const text = textOf(
      acceptanceRefusal(matter(), {
        ground: 'outsideAuthority',
        reason: '住宿场所消防不归本机关管',
        competentOrgan: '区消防救援大队',
      }),
    );
    expect(text).toContain('经审查，住宿场所消防不归本机关管');
    expect(timesIn(text, '第三十二条第一款第二项')).toBe(1);
    expect(text).toContain('请向区消防救援大队提出申请');
    expect(text).toContain(remedies);
  });

  test('R-2.1: nothing needs to be applied for', () => {
    const text = textOf(
      acceptanceRefusal(matter(), { ground: 'notRequired', reason: '本项不需要许可', competentOrgan: null }),
    );
    expect(timesIn(text, '第三十二条第一款第一项')).toBe(1);
    expect(text).toMatch(/^.*不受理告知书/m);
    expect(text).toContain('该事项依法不需要取得行政许可，无需提出申请');
    expect(text).not.toMatch(/不予受理|决定/);
    expect(text).not.toContain('有权办理的机关');
    expect(text).toContain(remedies.replaceAll('决定书', '告知书'));
  });

  test('a public service rests on its own basis, and a sample is called one', () => {
    const service = version({}, 'PUBLIC_SERVICE');
    const text = textOf(
      acceptanceRefusal(matter({ version: service }), {
        ground: 'notRequired',
        reason: '不用办',
        competentOrgan: null,
      }),
    );
    expect(text).toContain('不受理告知书');
    expect(text).toContain('该事项依法不需要办理，无需提出申请');
    expect(text).toContain('《公共场所卫生管理条例》（样例，待部门核对）');
    expect(text).not.toContain('第三十二条');
  });
});

describe('准予 and 不予 (ALL 38, 44)', () => {
  const decidedDay = Temporal.PlainDate.from('2026-03-05');

  test('a grant states facts, basis, content, scope, validity and by when the licence is delivered', () => {
    const text = textOf(
      grantDecision(matter(), {
        decidedDay,
        reason: '材料齐全，检测合格',
        deliveryLastDay: '2026-03-19',
        provisional: false,
      }),
      health,
    );
    expect(text).toContain('本机关于2026年3月3日受理。经审查，材料齐全，检测合格，符合法定条件、标准');
    expect(text).toContain('第三十八条第一款');
    expect(text).not.toContain('第四十二条');
    expect(text).toContain('适用范围。本店');
    expect(text).toContain('自2026年3月5日起至2030年3月4日止');
    expect(text).toMatch(/公共场所卫生许可证最迟2026年3月19日.*送达/);
  });

  test('a grant says what is granted: the item and the answers that the version names, in words', () => {
    const question = (key: string, label: string, more: object) => ({ key, label: both(label), ...more });
    const content = {
      form: [
        question('businessName', '店名', { kind: 'text' }),
        question('kind', '是什么店？', { kind: 'choice', options: [{ value: 'bath', label: both('公共浴室') }] }),
        question('area', '营业面积', { kind: 'number', unit: both('平方米') }),
        question('centralAir', '用集中空调吗？', { kind: 'yesNo' }),
        question('phone', '联系电话', { kind: 'phone' }),
        question('note', '说明', { kind: 'text' }),
      ],
      decisionAnswers: ['businessName', 'kind', 'area', 'centralAir', 'note'],
    };
    const answers = { businessName: '样例·张记', kind: 'bath', area: '６0', centralAir: 'no', phone: '13000000008' };
    const { content: granted } = grantDecision(matter({ version: version(content), answers }), {
      decidedDay,
      reason: '材料齐全',
      deliveryLastDay: null,
      provisional: false,
    });
    expect(granted).toBe(
      '公共场所卫生许可（新办）；店名：样例·张记；是什么店：公共浴室；营业面积：60平方米；用集中空调吗：否',
    );
  });

  test('a result without end says so, and one without term says nothing', () => {
    const result = { name: both('老年人优待证'), validity: { months: null, mark: 'sample' } };
    const grant = (content: object) =>
      textOf(
        grantDecision(matter({ version: version(content, 'PUBLIC_SERVICE') }), {
          decidedDay,
          reason: '符合条件',
          deliveryLastDay: null,
          provisional: false,
        }),
      );
    expect(grant({ result })).toContain('自2026年3月5日起长期有效');
    expect(grant({ result: { name: both('证明') } })).not.toContain('有效期');
    expect(grant({ result })).toContain('办理结果通知书');
  });

  test('a denial states facts, reasons, basis, and both remedies with their periods', () => {
    const text = textOf(denialDecision(matter(), { reason: '卫生检测不合格' }), health);
    expect(text).toContain('理由。卫生检测不合格。');
    expect(text).toContain('第三十八条第二款');
    expect(text).toContain('本机关决定不予行政许可');
    expect(text).toContain('六十日内向区人民政府（演示）申请行政复议');
    expect(text).toContain('六个月内依法向区人民法院（演示）提起行政诉讼');
  });
});

describe('收件凭证 and 送达回证', () => {
  test('the receipt lists what was handed in, on paper or as files, and when the answer comes', () => {
    const text = textOf(
      intakeReceipt(matter(), {
        receivedAt: '2026-03-02T13:30:00Z',
        receiverName: '样例·王某',
        queryCode: 'ABCD2345',
        checkLastDay: '2026-03-09',
        provisional: false,
        materials: [
          { key: 'plan', originals: 0, copies: 2, files: 0, received: true },
          { key: 'testReport', originals: 0, copies: 0, files: 1, received: true },
          { key: 'airConditioning', originals: 0, copies: 0, files: 0, received: false },
        ],
      }),
    );
    expect(text).toContain('收到时间：2026年3月2日21时30分');
    expect(text).toContain('收件人：样例·王某');
    expect(text).toContain('1 | 平面图 | 0 | 2 | — | 纸质');
    expect(text).toContain('2 | 卫生检测报告 | — | — | — | 电子');
    expect(text).not.toContain('airConditioning');
    expect(text).toMatch(/最迟2026年3月9日.*告知是否受理或者需要补正的全部内容/);
    expect(text).toContain('自收到申请材料之日起即为受理');
  });

  test('the receipt of a public service promises no acceptance by silence', () => {
    const text = textOf(
      intakeReceipt(matter({ version: version({ deemedAcceptance: false }, 'PUBLIC_SERVICE') }), {
        receivedAt: '2026-03-02T13:30:00Z',
        receiverName: '样例·王某',
        queryCode: 'ABCD2345',
        checkLastDay: '2026-03-09',
        provisional: false,
        materials: [],
      }),
    );
    expect(text).not.toContain('即为受理');
  });
});

test('a firm is spoken to as one', () => {
  const firm = matter({ applicant: { kind: 'firm', name: '样例·某某公司' } });
  expect(textOf(denialDecision(firm, { reason: '不符合条件' }))).toContain('你单位于2026年3月2日提出的');
});
