import { useWords } from '../staff/words.ts';
import type { Option } from './fields.tsx';

/** The choices of a closed list with their words, which stand under `compilation.options`. */
export function useOptions(): (list: string, values: readonly string[]) => Option[] {
  const { find } = useWords();
  return (list, values) =>
    values.map((value) => ({ value, label: find(`compilation.options.${list}.${value}`, 'compilation.element') }));
}
