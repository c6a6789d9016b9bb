import type { FieldFault } from '../../../../contract/refusals.ts';

/** The parts of the editor, in the order in which an item is compiled. */
export const sections = [
  'basics',
  'bases',
  'conditions',
  'materials',
  'form',
  'process',
  'limits',
  'fee',
  'result',
  'service',
  'baseline',
  'questions',
] as const;
export type Section = (typeof sections)[number];

/** Where the elements stand, by the beginning of their path; the longest that fits decides. */
const places: Readonly<Record<string, Section>> = {
  '': 'basics',
  'content.bases': 'bases',
  'content.remedies': 'bases',
  'content.singleOfficer': 'bases',
  'content.conditions': 'conditions',
  'content.elements.quantityLimit': 'conditions',
  'content.materials': 'materials',
  'content.fields': 'materials',
  'content.commitment': 'materials',
  'content.form': 'form',
  'content.process': 'process',
  'content.steps': 'process',
  'content.elements.specialProcedures': 'process',
  'content.statutoryLimit': 'limits',
  'content.promisedLimit': 'limits',
  'content.answerLimit': 'limits',
  'content.deliveryLimit': 'limits',
  'content.limitMarks': 'limits',
  'content.deemedAcceptance': 'limits',
  'content.correctionDays': 'limits',
  'content.deemedWithdrawal': 'limits',
  'content.fee': 'fee',
  'content.result': 'result',
  'content.elements.resultType': 'result',
  'content.grantReason': 'result',
  'content.decisionAnswers': 'result',
  'content.retention': 'result',
  'content.elements': 'service',
  'content.elements.itemType': 'basics',
  'content.elements.serviceObjects': 'basics',
  'content.elements.powerSource': 'basics',
  'content.elements.bodyNature': 'basics',
  'content.elements.entrustedBy': 'basics',
  'content.elements.themes': 'basics',
  'content.visits': 'service',
  'content.deliveryWishes': 'service',
  'content.online': 'service',
  'content.guideOnly': 'service',
  'content.offeredAt': 'service',
  'content.baseline': 'baseline',
  'content.elements.questions': 'questions',
  'content.aliases': 'questions',
};

/** In which part of the editor a field stands, by its path as a fault names it: `content.materials.2.name`. */
export function sectionOf(field: string): Section {
  const segments = field.split('.');
  for (let length = segments.length; length > 0; length -= 1) {
    const section = places[segments.slice(0, length).join('.')];
    if (section !== undefined) return section;
  }
  return 'basics';
}

/** Faults as one comes to them: part by part, and of a text the Chinese first. */
export function inOrder(faults: readonly FieldFault[]): FieldFault[] {
  const text = (field: string) => field.replace(/\.(zh|en)$/, '');
  return [...faults].sort((one, other) => {
    const apart = sections.indexOf(sectionOf(one.field)) - sections.indexOf(sectionOf(other.field));
    if (apart !== 0) return apart;
    return text(one.field) === text(other.field) ? other.field.localeCompare(one.field) : 0;
  });
}

/** How many faults stand in each part; parts without any are left out. */
export function faultCounts(faults: readonly FieldFault[]): Map<Section, number> {
  const counts = new Map<Section, number>();
  for (const { field } of faults) counts.set(sectionOf(field), (counts.get(sectionOf(field)) ?? 0) + 1);
  return counts;
}

/** The entries on the way to a field, outermost first: `materials` 2, where it is the third of them. */
export function entriesOf(field: string): { list: string; at: number }[] {
  const segments = field.split('.');
  return segments.flatMap((segment, index) =>
    index > 0 && /^\d+$/.test(segment) ? [{ list: segments[index - 1] ?? '', at: Number(segment) }] : [],
  );
}

/**
 * The names under which the word for an element may stand, most exact first: `content.materials.2.basis.law` is
 * `materialsBasisLaw`, `basisLaw` or `law`. The language of a text is no element.
 */
export function wordsOf(field: string): string[] {
  const segments = field.split('.').filter((segment) => !/^\d+$/.test(segment) && segment !== 'content');
  const last = segments[segments.length - 1];
  const named = segments.length > 1 && (last === 'zh' || last === 'en') ? segments.slice(0, -1) : segments;
  return named.map((_, from) =>
    named
      .slice(from)
      .map((segment, at) => (at === 0 ? segment : segment.charAt(0).toUpperCase() + segment.slice(1)))
      .join(''),
  );
}

/** Whether a fault belongs to this field: to the field itself, or to one language of its text. */
export function isAt(fault: FieldFault, path: string): boolean {
  return fault.field === path || fault.field === `${path}.zh` || fault.field === `${path}.en`;
}
