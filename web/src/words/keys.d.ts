import 'i18next';
import type { draws } from './zh-CN/draws.ts';
import type { entry } from './zh-CN/entry.ts';
import type { guide, guidePage } from './zh-CN/guide.ts';
import type { lists } from './zh-CN/lists.ts';
import type { myCommitments } from './zh-CN/my-commitments.ts';
import type { pages } from './zh-CN/pages.ts';
import type { publicNotices } from './zh-CN/public-notices.ts';
import type { refusals } from './zh-CN/refusals.ts';
import type { resident } from './zh-CN/resident.ts';
import type { staff } from './zh-CN/staff.ts';
import type { outcomes, states } from './zh-CN/states.ts';
import type { why } from './zh-CN/why.ts';

/** The Chinese catalogues name the keys; every other language must hold the same. */
declare module 'i18next' {
  interface CustomTypeOptions {
    returnNull: false;
    resources: {
      resident: typeof resident & typeof entry & typeof pages & typeof draws & typeof guidePage & typeof myCommitments;
      guide: typeof guide;
      lists: typeof lists;
      staff: typeof staff;
      refusals: typeof refusals;
      states: typeof states;
      outcomes: typeof outcomes;
      why: typeof why;
      publicNotices: typeof publicNotices;
    };
  }
}
