import { appliedDay, type Matter, paperHead } from '../cases/index.ts';
import type { DocumentContent } from '../documents/index.ts';

/** Working days to supply what a commitment stood for, where the matter names no days of its own. */
export const usualSupplyDays = 5;

/** 补交材料通知书: what the commitment stood for comes by a day, since the matter goes on by the normal route. */
export function supplyNotice(
  matter: Matter,
  facts: { materials: readonly string[]; withdrawnDay: string; supplyDay: string; provisional: boolean },
): Extract<DocumentContent, { kind: 'supplyNotice' }> {
  return {
    kind: 'supplyNotice',
    ...paperHead(matter, matter.acceptingOrgan, facts.provisional ? [facts.supplyDay] : []),
    appliedDay: appliedDay(matter),
    acceptedDay: matter.theCase.acceptedDay ?? '',
    withdrawnDay: facts.withdrawnDay,
    materials: matter.version.content.materials.flatMap(({ key, name }) =>
      facts.materials.includes(key) ? [{ name: name.zh, supplyLastDay: facts.supplyDay }] : [],
    ),
    supplyMethod: '到任一窗口递交，或者在门口办上传',
    consequence: '本机关终止办理，退回全部材料，可以重新申请',
  };
}
