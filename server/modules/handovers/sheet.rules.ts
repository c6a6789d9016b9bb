import type { Role } from '../../../contract/values.ts';
import type { handOverDirections, handOverStates, RefusalCode } from '../../../contract/words.ts';

export type Direction = (typeof handOverDirections)[number];
export type SheetState = (typeof handOverStates)[number];
export type SheetAct = 'hand' | 'discard' | 'take';

/** What the rules read of a hand-over sheet 材料交接单. */
export interface SheetFacts {
  readonly direction: Direction;
  readonly state: SheetState;
  readonly centerId: string;
  readonly organId: string;
  readonly handedBy: string | null;
}

/** Who stands at one end of it: a window's clerk, or an officer of the department. */
export interface Bearer {
  readonly staffId: string;
  readonly role: Role;
  readonly centerId: string | null;
  readonly organId: string;
}

/** Which way papers go that somebody in this post hands over. */
export function directionOf(role: Role): Direction {
  return role === 'windowClerk' ? 'TO_OFFICE' : 'TO_WINDOW';
}

/** Whether somebody stands at the end that gives, or at the one that takes. */
function sideOf(sheet: SheetFacts, bearer: Bearer): 'giver' | 'taker' | undefined {
  const isHere = bearer.role === 'windowClerk' ? bearer.centerId === sheet.centerId : bearer.organId === sheet.organId;
  if (!isHere) return undefined;
  return directionOf(bearer.role) === sheet.direction ? 'giver' : 'taker';
}

const from: Record<SheetAct, SheetState> = { hand: 'MADE', discard: 'MADE', take: 'HANDED' };

/**
 * What stands against an act on a sheet (domain §3.2 7: both sign). The giver's end hands over and discards, the other
 * takes over, and never the same person on both sides.
 */
export function sheetObjection(act: SheetAct, sheet: SheetFacts, bearer: Bearer): RefusalCode | undefined {
  const side = sideOf(sheet, bearer);
  if (side !== (act === 'take' ? 'taker' : 'giver')) return 'not_allowed';
  if (sheet.state !== from[act]) return 'sheet_moved_on';
  return act === 'take' && sheet.handedBy === bearer.staffId ? 'sheet_same_person' : undefined;
}

export function sheetActions(sheet: SheetFacts, bearer: Bearer): SheetAct[] {
  return (['hand', 'discard', 'take'] as const).filter((act) => sheetObjection(act, sheet, bearer) === undefined);
}

/** Papers lost between front and back: handed over, and after the last day in nobody's hands. */
export function isLate(
  { state, takeDueDay }: { state: SheetState; takeDueDay: string | null },
  today: string,
): boolean {
  return state === 'HANDED' && takeDueDay !== null && takeDueDay < today;
}
