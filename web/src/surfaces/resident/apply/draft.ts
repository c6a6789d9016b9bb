import type { Typed } from './steps.ts';

const prefix = 'doorstep.draft.';

/** What was typed on this device and may not have reached the server yet. */
export function readDraft(caseId: string): Typed {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + caseId) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Typed) : {};
  } catch {
    return {};
  }
}

/** Keeps every keystroke, beside what another tab keeps; a full device loses only this copy. */
export function keepTyped(caseId: string, typed: Typed): void {
  try {
    localStorage.setItem(prefix + caseId, JSON.stringify({ ...readDraft(caseId), ...typed }));
  } catch {
    // nothing to say: the step is saved on the server at its end
  }
}

/**
 * What the server has is no longer kept here, so that a later change elsewhere is not covered by it. What was typed
 * again while it travelled stays.
 */
export function forgetTyped(caseId: string, sent: Typed): void {
  const left = Object.entries(readDraft(caseId)).filter(([path, value]) => !(path in sent) || sent[path] !== value);
  if (left.length === 0) forgetDraft(caseId);
  else localStorage.setItem(prefix + caseId, JSON.stringify(Object.fromEntries(left)));
}

export function forgetDraft(caseId: string): void {
  localStorage.removeItem(prefix + caseId);
}

/** On signing out, or by the person's wish, nothing typed stays on the device. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

const received = 'doorstep.received.';

/** Number and code of an application just submitted, kept for this window only, so that a reload shows them again. */
export interface ReceivedNumbers {
  caseNo: string;
  queryCode: string;
}

export function keepReceived(caseId: string, numbers: ReceivedNumbers): void {
  sessionStorage.setItem(received + caseId, JSON.stringify(numbers));
}

export function readReceived(caseId: string): ReceivedNumbers | undefined {
  const text = sessionStorage.getItem(received + caseId);
  return text === null ? undefined : (JSON.parse(text) as ReceivedNumbers);
}
