/**
 * The numbers by which people, firms and phones are known. Runs in the server and in the browser, so that a wrong
 * digit is named where it was typed. Nothing is corrected silently: what is stored is what somebody wrote.
 */
export type Checked<Fault extends string> = { ok: true } | { ok: false; reason: Fault };

type TypingFault = 'empty' | 'fullWidth' | 'spaces' | 'characters' | 'length';

/** Why a text is no resident identity number. `oldNumber`: the 15-digit form that no new record may carry. */
export type ResidentIdFault =
  | TypingFault
  | 'oldNumber'
  | 'lowerCaseX'
  | 'region'
  | 'impossibleDate'
  | 'futureBirth'
  | 'tooOld'
  | 'checkDigit';

/**
 * Why a text is no unified social credit code. `letterNotInAlphabet`: I, O, S, V or Z, which the code never uses;
 * `oldNumber`: a 15-digit business registration number; `organisationCode`: the inner check of characters 9 to 17.
 */
export type UsccFault =
  | TypingFault
  | 'oldNumber'
  | 'lowerCase'
  | 'letterNotInAlphabet'
  | 'registrationAuthority'
  | 'region'
  | 'organisationCode'
  | 'checkDigit';

export type PhoneFault = TypingFault | 'prefix';

const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/**
 * Resident identity number (GB 11643): region, birth day, sequence, check character. Regions are judged by province
 * only, because numbers keep the codes of abolished counties. Accepted with it are the cards that share its form:
 * residence permits of Hong Kong, Macao (81, 82) and Taiwan (83) residents, and the 18-digit permanent residence
 * card of foreigners (9, then the province). Births before 1900 are refused as `tooOld`.
 * @param today ISO day against which a future birth is judged; the day in Beijing when left out
 */
export function checkResidentId(text: string, today: string = todayInBeijing()): Checked<ResidentIdFault> {
  const typed = typingFault(text);
  if (typed) return fault(typed);
  if (/[^0-9Xx]/.test(text)) return fault('characters');
  if (/^\d{15}$/.test(text)) return fault('oldNumber');
  if (text.length !== 18) return fault('length');
  if (/\D/.test(text.slice(0, 17))) return fault('characters');
  if (text.endsWith('x')) return fault('lowerCaseX');

  const province = text.startsWith('9') ? text.slice(1, 3) : text.slice(0, 2);
  if (!provinces.has(province) && province !== '83') return fault('region');

  const birthDay = birthDayOf(text);
  if (!isDay(birthDay)) return fault('impossibleDate');
  if (birthDay > today) return fault('futureBirth');
  if (birthDay < '1900-01-01') return fault('tooOld');

  return residentCheckCharacter(text) === text[17] ? { ok: true } : fault('checkDigit');
}

/** The ISO day of birth that a resident identity number states. The number must have passed `checkResidentId`. */
export function birthDayOf(residentId: string): string {
  return `${residentId.slice(6, 10)}-${residentId.slice(10, 12)}-${residentId.slice(12, 14)}`;
}

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function residentCheckCharacter(text: string): string | undefined {
  return '10X98765432'[weighted(text, residentWeights, digits) % 11];
}

/**
 * Unified social credit code (GB 32100): registration authority, category, region, organisation code (GB 11714),
 * check character. Categories are not judged one by one, because authorities add to them.
 */
export function checkUscc(text: string): Checked<UsccFault> {
  const typed = typingFault(text);
  if (typed) return fault(typed);
  if (/[^0-9A-Za-z]/.test(text)) return fault('characters');
  if (/^\d{15}$/.test(text)) return fault('oldNumber');
  if (text.length !== 18) return fault('length');
  if (/[a-z]/.test(text)) return fault('lowerCase');
  if (/[IOSVZ]/.test(text)) return fault('letterNotInAlphabet');
  if (!/^[1-9ANY][1-9]/.test(text)) return fault('registrationAuthority');
  // 10 is the whole country: bodies registered with a central authority.
  if (!/^\d{6}$/.test(text.slice(2, 8)) || !(provinces.has(text.slice(2, 4)) || text.slice(2, 4) === '10')) {
    return fault('region');
  }
  if (organisationCheckCharacter(text.slice(8, 16)) !== text[16]) return fault('organisationCode');
  return usccCheckCharacter(text) === text[17] ? { ok: true } : fault('checkDigit');
}

const digits = '0123456789';
const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

function usccCheckCharacter(text: string): string | undefined {
  return usccAlphabet[(31 - (weighted(text, usccWeights, usccAlphabet) % 31)) % 31];
}

function organisationCheckCharacter(code: string): string | undefined {
  return '0123456789X'[(11 - (weighted(code, organisationWeights, organisationAlphabet) % 11)) % 11];
}

/** A mobile number of mainland China, the only kind that can be sent a code: eleven digits from 13 to 19. */
export function checkMobile(text: string): Checked<PhoneFault> {
  const typed = typingFault(text);
  if (typed) return fault(typed);
  if (/\D/.test(text)) return fault('characters');
  if (text.length !== 11) return fault('length');
  return /^1[3-9]/.test(text) ? { ok: true } : fault('prefix');
}

/** A phone on which somebody can be called back: a mobile number, or a landline with its area code. */
export function checkPhone(text: string): Checked<PhoneFault> {
  return /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/.test(text) ? { ok: true } : checkMobile(text);
}

/** `431302190001010017` as lists show it: `431***********0017`. */
export function maskResidentId(residentId: string): string {
  return masked(residentId, 3, 4);
}

/** An account, a card or another number that identifies somebody, by its last four characters: `****6789`. */
export function maskIdentifier(text: string): string {
  return `****${Array.from(text).slice(-4).join('')}`;
}

/** `13000000000` as lists show it: `130****0000`. */
export function maskPhone(phone: string): string {
  return masked(phone, 3, 4);
}

/** Sample people of demos and tests carry this before their name; it hides nobody. */
const sampleMark = '样例·';

/**
 * A person's name as strangers and lists see it: the first character and at most two stars, so that its length stays
 * hidden: 张三 → 张*, 张三丰 and every longer name → 张**. A name of one character is hidden whole.
 */
export function maskName(name: string): string {
  if (name.startsWith(sampleMark)) return sampleMark + maskName(name.slice(sampleMark.length));
  // By what the eye counts as a character: an emoji, or a letter with its accent, is not cut in two.
  const [first, second, third] = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(name.trim());
  if (first === undefined) return '';
  if (second === undefined) return '*';
  return `${first.segment}${third === undefined ? '*' : '**'}`;
}

/** A holder's or applicant's name as strangers see it: a person's masked; a firm's is public and shown in full. */
export function maskHolder({ name, kind }: { name: string; kind: 'person' | 'firm' }): string {
  return kind === 'firm' ? name : maskName(name);
}

function masked(text: string, head: number, tail: number): string {
  const characters = Array.from(text);
  const hidden = characters.length - head - tail;
  if (hidden <= 0) return '*'.repeat(characters.length);
  return characters.map((character, at) => (at < head || at >= head + hidden ? character : '*')).join('');
}

function typingFault(text: string): 'empty' | 'fullWidth' | 'spaces' | undefined {
  if (text.trim() === '') return 'empty';
  if (/[\uff01-\uff5e]/.test(text)) return 'fullWidth';
  // The second range is blanks that nobody can see; they arrive by copy and paste.
  if (/\s|[\u200b-\u200f\u202a-\u202e\u2060-\u2069]/.test(text)) return 'spaces';
  return undefined;
}

function fault<Fault extends string>(reason: Fault): { ok: false; reason: Fault } {
  return { ok: false, reason };
}

function weighted(text: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text.charAt(at)), 0);
}

function isDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date >= 1 && date <= (lengths[month - 1] ?? 0);
}

/** Browsers have no Temporal, and `Date` is not for legal days: the formatter knows the day of a zone by itself. */
function todayInBeijing(): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts();
  const part = (type: 'year' | 'month' | 'day') => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
