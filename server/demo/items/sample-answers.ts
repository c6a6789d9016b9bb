import type { Answers } from '../../../contract/form.ts';
import { demoItems } from '../items.ts';
import { answersOne } from './answers-one.ts';
import { answersTwo } from './answers-two.ts';
import { fillIn } from './fill-in.ts';

/** A whole form of each item that is written out by hand, by its key; `$place` stands for a village. */
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

/** Whether its sample form was written by hand. */
export const isWrittenOut = (key: string) => key in forms;

/** The form of an item, filled for sample people who live in this village; one that nobody wrote fills itself in. */
export function sampleAnswers(key: string, villageId: string): Answers {
  const form = demoItems.find((item) => item.key === key)?.content.form ?? [];
  const entries = Object.entries(forms[key] ?? fillIn(form));
  return Object.fromEntries(entries.map(([path, value]) => [path, value === '$place' ? villageId : value]));
}
