import type { Answers } from '../../../contract/form.ts';
import { answersOne } from './answers-one.ts';
import { answersTwo } from './answers-two.ts';

/** A whole form of each item that can be applied for, by its key; `$place` stands for a village. */
const forms: Readonly<Record<string, Answers>> = {
  seniorCard: { residence: 'registered', phone: '13000000009', busCard: 'yes' },
  hygieneLicence: {
    businessName: '样例·张记理发店',
    uscc: '92431302MA00000079',
    premises: '演示路8号1楼',
    kind: 'hairdresser',
    area: '60',
    staff: '4',
    centralAir: 'no',
    phone: '13000000008',
  },
  ...answersOne,
  ...answersTwo,
};

/** The form of an item, filled for sample people who live in this village. */
export function sampleAnswers(key: string, villageId: string): Answers {
  const entries = Object.entries(forms[key] ?? {});
  return Object.fromEntries(entries.map(([path, value]) => [path, value === '$place' ? villageId : value]));
}
