import type { CivilDate } from '#domain/calendar/dates.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A month as the NHS writes it: 2009-03 is `March 2009`. */
export const longMonth = (month: string): string =>
  `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;

/** A date as the NHS writes it: 2009-03-11 is `11 March 2009`. */
export const longDate = (date: CivilDate): string => `${Number(date.slice(8, 10))} ${longMonth(date)}`;

/** A time of day as the NHS writes it: 08:00 is `8am`, 17:30 `5.30pm`, 12:00 `midday`, 00:00 `midnight`. */
export const clockTime = (time: string): string => {
  if (time === '12:00') return 'midday';
  if (time === '00:00') return 'midnight';
  const [hours = '0', minutes = '00'] = time.split(':');
  const twelve = Number(hours) % 12 || 12;
  return `${twelve}${minutes === '00' ? '' : `.${minutes}`}${Number(hours) < 12 ? 'am' : 'pm'}`;
};

/** So many of a thing: `1 month`, `90 days`. */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** A word of code in plain letters: `BACKUP_TAPE` is `backup tape`, `NHS_SITE` is `NHS site`. */
export const plainWord = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('_', ' ')
    .replaceAll(/\b(nhs|pct)\b/g, (acronym) => acronym.toUpperCase())
    .replace('medico legal', 'medico-legal');

/** Pence as pounds: 101871 is `£1,018.71`. */
export const pounds = (pence: number): string => {
  const whole = String(Math.floor(pence / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `£${whole}.${String(pence % 100).padStart(2, '0')}`;
};
