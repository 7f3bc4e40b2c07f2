import { limits } from '../../contract/limits.js';
import type { Upload } from '../../stores/files/uploads.js';
import { formatter, isolated } from '../format.js';
import type { Locale } from '../locale.js';

const units = [
  ['megabyte', 1_048_576],
  ['kilobyte', 1_024],
] as const;

/** `1.4 MB`; what is less than a kilobyte counts as one. */
export function fileSize(bytes: number, lang: string): string {
  const [unit, size] = units.find(([, least]) => bytes >= least) ?? units[1];
  const value = Math.max(1, bytes / size);
  const maximumFractionDigits = value < 10 && unit === 'megabyte' ? 1 : 0;
  const options = { style: 'unit', unit, maximumFractionDigits } as const;
  return formatter(Intl.NumberFormat, lang, options).format(value);
}

/** `PDF`: the ending of a name, if it has one that tells something. */
export const fileKind = (name: string): string =>
  (/\.([a-z\d]{1,5})$/i.exec(name)?.[1] ?? '').toUpperCase();

/** A name for a label, whichever way it is written. */
export const labelled = (name: string): string => isolated(name);

/** Why a file was refused. */
export function refusalOf({ problem }: Upload, locale: Locale, most?: number): string {
  switch (problem?.code) {
    case 'too-large':
      return locale.term('fileTooLarge', fileSize(most ?? limits.attachmentBytes, locale.lang()));
    case 'invalid':
      return locale.term('fileEmpty');
    case 'unsupported-type':
      return locale.term('fileUnsupported');
    case 'limit-reached':
      return locale.term('filesWaiting');
    case 'not-found':
      return locale.term('fileGone');
    default:
      return locale.term('fileRefused');
  }
}

/** What becomes of a file at this moment. */
export function standingOf(upload: Upload, locale: Locale, most?: number): string {
  const { state, size, problem } = upload;
  const lang = locale.lang();
  switch (state) {
    case 'preparing':
      return locale.term('filePreparing');
    case 'waiting':
      return locale.term(problem ? 'fileWaitsForServer' : 'fileWaits');
    case 'uploading':
    case 'uploaded':
      return fileSize(size, lang);
    case 'refused':
      return refusalOf(upload, locale, most);
  }
}
