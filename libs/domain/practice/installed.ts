import type { CivilDate } from '../calendar/dates.js';
import type { NationalFunction } from './events/fields.js';
import { isWithin } from './spans.js';
import type { CallOffSpan, Entry, Instance } from './state.js';

/** The time on a Call-Off that covers the instance on that day, or undefined (S7). */
export const callOffOn = ({ callOffs }: Instance, on: CivilDate): CallOffSpan | undefined =>
  callOffs.find((span) => isWithin(span, on));

/** The opt-out in force on that day, or undefined: the last by then, if no join since has ended it (X3). */
export const optOutOn = (
  { optOuts, callOffs }: Instance,
  on: CivilDate,
): Entry<'PracticeOptedOut'> | undefined =>
  optOuts.findLast(
    ({ effectiveDate: since }) =>
      since <= on && !callOffs.some(({ effectiveDate: joined }) => since <= joined && joined <= on),
  );

/** Whether a Call-Off covers a GPSoC instance on that day (A12). */
export const isCovered = (instance: Instance, on: CivilDate): boolean =>
  instance.contract === 'GPSOC' && callOffOn(instance, on) !== undefined;

/** The first day on which a national function is installed, as registered or as confirmed; null for never (S3). */
export const installedFrom = (instance: Instance, name: NationalFunction): CivilDate | null => {
  const { chooseAndBook, etp, effectiveDate } = instance;
  const atFirst = (name === 'CHOOSE_AND_BOOK' && chooseAndBook) || (name === 'ETP' && etp);
  const confirmed = instance.functions.filter((one) => one.function === name);
  return atFirst ? effectiveDate : (confirmed.map((one) => one.effectiveDate).sort()[0] ?? null);
};

/** Whether a national function is installed with the instance on that day (S3). */
export const isInstalled = (instance: Instance, name: NationalFunction, on: CivilDate): boolean => {
  const from = installedFrom(instance, name);
  return from !== null && from <= on;
};

/** The level at which the system is installed on that day: as registered, or as the last upgrade left it (A15). */
export const installedLevelOn = (instance: Instance, on: CivilDate): number =>
  levelUpgradeOn(instance, on)?.level ?? instance.level;

/** The last upgrade by that day that brought a level, or undefined where it is still as registered (A15). */
export const levelUpgradeOn = ({ upgrades }: Instance, on: CivilDate): Entry<'SystemUpgraded'> | undefined =>
  upgrades.findLast(({ level, effectiveDate }) => level !== undefined && effectiveDate <= on);
