import type { LeafField } from './form.ts';

/** Full-width digits to half-width and outer spaces off: what people paste from cards and chats. */
export function tidy(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim();
}

/** An answer as it is kept: numbers of every kind in half-width digits without gaps, words as they were typed. */
export function tidyAnswer({ kind }: Pick<LeafField, 'kind'>, typed: string): string {
  switch (kind) {
    case 'phone':
      return tidy(typed).replace(/[\s-]/g, '');
    case 'residentNumber':
    case 'uscc':
      return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    case 'number':
    case 'money':
      return tidy(typed).replace(/[,，\s]/g, '');
    case 'date':
    case 'choice':
    case 'yesNo':
    case 'place':
      return tidy(typed);
    default:
      return typed;
  }
}
