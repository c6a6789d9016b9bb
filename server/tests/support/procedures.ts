import type { Process, ProcessTask } from '../../../contract/catalogue.ts';
import { getVersionInForce, type ItemContent, publishItemVersion } from '../../modules/catalogue/index.ts';
import { transact } from '../../platform/database/index.ts';
import { type Filing, takeInLicence } from './filing.ts';
import type { Town } from './town.ts';

const named = (zh: string) => ({ zh, en: zh });
const sample = (law: string, article?: string) => ({ law, mark: 'sample' as const, ...(article && { article }) });

function stage(kind: ProcessTask['kind'], organ: ProcessTask['organ'], more: Partial<ProcessTask> = {}) {
  const key = kind.toLowerCase().replaceAll('_', '');
  return { key, name: named(kind), tasks: [{ key, name: named(kind), kind, organ, post: named('岗位'), ...more }] };
}

/** How a version's process differs from the usual one. */
export interface Way {
  /** A public notice before the decision, of so many working days. */
  readonly noticeDays?: number;
  /** A site visit beside the review whose time does not count, by a law of its own. */
  readonly visitArticle?: string;
  /** 转报: an upper organ decides. */
  readonly reportUp?: true;
}

/** From today the hygiene licence is handled this way, by this content. */
export async function publishWay(town: Town, way: Way, change: Partial<ItemContent> = {}): Promise<void> {
  const call = town.systemCall();
  const found = await getVersionInForce(town.db, call, town.items.hygieneLicence);
  const { id: _, itemId: __, version: ___, ...version } = found;
  const process: Process = {
    stages: [
      stage('INTAKE', 'INTAKE'),
      stage('ACCEPTANCE', 'INTAKE'),
      stage('REVIEW', 'DECIDING', {
        ...(way.visitArticle !== undefined && {
          pause: { ground: 'siteVisit', basis: sample('样例条例', way.visitArticle) },
        }),
      }),
      ...(way.noticeDays === undefined
        ? []
        : [stage('PUBLIC_NOTICE', 'DECIDING', { limit: { amount: way.noticeDays, unit: 'workingDays' } })]),
      stage('DECISION', 'DECIDING'),
      stage('DELIVERY', 'INTAKE'),
    ],
    ...(way.reportUp && {
      reportUp: { organ: named('市卫生健康委员会（演示）'), basis: sample('行政许可法', '第三十五条') },
    }),
  };
  const content = { ...version.content, process, ...change };
  await transact(town.db, (tx) => publishItemVersion(tx, { ...version, effectiveDay: town.today(), content }, call));
}

/** A licence taken in at the window and accepted today. */
export async function acceptedLicence(town: Town, filing: Filing = {}): Promise<string> {
  const { caseId } = await takeInLicence(town, town.clerk, { phone: '13000000008', ...filing });
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  return caseId;
}

/** An accepted licence that the department has examined. */
export async function reviewedLicence(town: Town, filing: Filing = {}): Promise<string> {
  const caseId = await acceptedLicence(town, filing);
  await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
  await town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '材料齐全。' });
  return caseId;
}
