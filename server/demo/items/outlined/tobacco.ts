import { licence, otherPower } from '../builders.ts';
import { card, firmLicence, paper, visitedLater } from '../papers.ts';
import { checked, type DemoItem, phone, sample } from '../pieces.ts';
import { comingDay, contact, line, only, pick, stops, whether } from '../questions.ts';

const tobaccoRules = sample('烟草专卖许可证管理办法');

/** The other matters of a tobacco licence. */
export const moreTobacco: readonly DemoItem[] = [
  licence({
    key: 'tobaccoRenewal',
    organ: 'tobacco',
    field: 'BUSINESS',
    number: '001001',
    sequence: 2,
    handling: ['延续', 'Renewal'],
    name: ['烟草专卖零售许可（延续）', 'Tobacco retail licence: renewal'],
    brief: [
      '烟证到期前30天来延续，店没变的承诺一下就行，2个工作日办好。',
      'Apply 30 days before it ends; if the shop is the same, a commitment is enough. It takes 2 working days.',
    ],
    who: [['店和老板都没变，没有违法售烟。', 'Shop and owner are the same, and no law on tobacco was broken.']],
    rule: tobaccoRules,
    bases: [checked('行政许可法', '第五十条')],
    materials: [
      card,
      paper(
        'promise',
        '经营情况承诺书',
        'Commitment on the shop',
        '窗口有样本，签字就行。',
        'The window has a sample; sign it.',
        { sample: true, ...visitedLater },
      ),
      firmLicence,
    ],
    form: [
      line('licenceNumber', '许可证号', 'Number of the licence', { maxLength: 40 }),
      whether(
        'moved',
        '店搬过吗？',
        'Has the shop moved?',
        stops('moved', ['yes'], '搬了店要重新申请。', 'Then apply for a new licence.'),
      ),
      ...contact,
    ],
    days: 2,
    was: [6, 20, 2],
    gives: ['准予延续决定', 'Decision to renew'],
    note: ['再管5年（样例）。', 'Valid for 5 more years (sample).'],
    elements: { simpleApproval: true, courier: true, serviceObjects: ['ENTERPRISE', 'UNINCORPORATED'] },
    life: 'business',
    at: 'TD',
    called: [
      '烟证到期 烟草证延期 烟草证续期 烟证续办 烟草许可证到期 烟草证年审 烟证延续 烟草证过期 烟证快到期 续烟证 烟草证延长 烟证五年到期',
      'renew tobacco licence, tobacco licence expired, extend tobacco licence',
    ],
  }),
  otherPower({
    key: 'tobaccoPause',
    organ: 'tobacco',
    number: '002000',
    name: ['烟草零售停业、恢复营业、歇业', 'Tobacco retail: pause, reopening, closure'],
    brief: [
      '店里要停一阵子、又开张或者不卖烟了，来说一声。当场办。',
      'If you stop selling for a time, begin again or give up, tell us. It is done at once.',
    ],
    who: [['有烟草专卖零售许可证。', 'You hold the licence.']],
    rule: tobaccoRules,
    materials: [card],
    form: [
      pick('what', '办哪一样？', 'Which?', [
        ['pause', '停业', 'Pause'],
        ['reopen', '恢复营业', 'Reopening'],
        ['close', '歇业（不卖了）', 'Closure'],
      ]),
      comingDay('from', '从哪天起？', 'From when?'),
      line('reason', '为什么？', 'Why?', only('what', 'pause', 'close')),
      phone,
    ],
    days: 0,
    was: [4, 10, 2],
    gives: ['办理回执', 'Confirmation'],
    note: ['停业最长一年。', 'A pause lasts a year at most.'],
    elements: { resultType: 'OTHER', serviceObjects: ['ENTERPRISE', 'UNINCORPORATED'] },
    says: ['what'],
    life: 'business',
    at: 'TD',
    called: [
      '不卖烟了 烟证注销 烟草停业 烟草歇业 烟店关门 退烟草证 烟证停业 恢复卖烟 烟草恢复营业 店铺停业烟证 转让店烟证怎么办 烟草证退掉',
      'stop selling tobacco, close tobacco shop, give back tobacco licence',
    ],
  }),
];
