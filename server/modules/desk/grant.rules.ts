/** A law whose name begins with a province, prefecture, city or county was made there. */
const localLaw = /^《?(?!城市)\p{Script=Han}{2,7}?(?:省|自治区|自治州|自治县|(?<![城都])市)/u;

/**
 * Where a licence holds (ALL 41): what a law or regulation of the state set, and it names no area, holds in the whole
 * country; what a local one set, where that one is in force. The first of an item's bases is the one that set it.
 */
export function areaOfValidity(bases: readonly { readonly law: string }[]): 'nation' | 'local' {
  return localLaw.test(bases[0]?.law ?? '') ? 'local' : 'nation';
}
