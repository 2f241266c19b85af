import * as l10n from '@vscode/l10n';
import { nameList } from '../../terms/numbers.ts';
import type { ImportWords } from '../answers/importWords.ts';
import { cellText } from '../answers/shownTexts.ts';

export interface DecodedText {
  readonly text: string;
  /** Where nothing but the meaning of the text says what its encoding is: the encoding. */
  readonly foundEncoding?: string;
  /** The encoding that is as good as any other, because nothing that counts depends on it. */
  readonly assumedEncoding?: string;
}

/** Why a file is not read, as a sentence. */
export interface Refused {
  readonly refused: string;
  /** The sheets, where one of several has to be named. */
  readonly sheets?: readonly string[];
  /** Whether the encoding has to be named. */
  readonly isEncodingOpen?: boolean;
}

interface DecodeOptions {
  /** As it is shown to the user. */
  readonly path: string;
  /** The encoding that the user names. */
  readonly encoding?: string | undefined;
  /** Whether a text is one of those that a table of this kind has. */
  readonly isKnown?: ((text: string) => boolean) | undefined;
  /** Whether nothing but known texts counts, so that others may be read wrongly. */
  readonly onlyKnownCounts?: boolean | undefined;
  readonly words?: ImportWords | undefined;
}

/** Encodings without a mark of their own, with the names that people know. Of two that say the same, the first is named. */
const unmarked = [
  ['windows-1252', 'Windows-1252'],
  ['gb18030', 'GB18030'],
  ['big5', 'Big5'],
  ['shift_jis', 'Shift-JIS'],
  ['euc-kr', 'EUC-KR'],
  ['windows-1251', 'Windows-1251'],
  ['windows-1250', 'Windows-1250'],
  ['euc-jp', 'EUC-JP'],
  ['macintosh', 'Macintosh'],
] as const;

/** Encodings that a reader may choose from. */
export const encodingNames: readonly string[] = ['UTF-8', ...unmarked.map(([, name]) => name), 'UTF-16LE', 'UTF-16BE'];

/**
 * Bytes as text. A mark at the beginning or UTF-8 without an error settles the encoding; else that one is taken in which most of the text is known,
 * and none where no text is.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions): DecodedText | Refused {
  const { path, encoding } = options;
  if (encoding !== undefined) return decodeAs(bytes, encoding, path);
  const begins = (...start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(0xff, 0xfe)) return asText(decoded(bytes, 'utf-16le'), path);
  if (begins(0xfe, 0xff)) return asText(decoded(bytes, 'utf-16be'), path);
  if (bytes.includes(0)) return decodeWide(bytes, path);
  const text = decoded(bytes, 'utf-8');
  return text === undefined ? decodeByMeaning(bytes, options) : { text };
}

function decodeAs(bytes: Uint8Array, encoding: string, path: string): DecodedText | Refused {
  try {
    new TextDecoder(encoding);
  } catch {
    return {
      isEncodingOpen: true,
      refused: l10n.t('No encoding is called “{encoding}”. Known are {names}, UTF-8, UTF-16LE, UTF-16BE and all that browsers know.', {
        encoding: cellText(encoding),
        names: unmarked.map(([, name]) => name).join(', '),
      }),
    };
  }
  const text = decoded(bytes, encoding);
  if (text !== undefined && !text.includes('\0')) return { text };
  return { refused: l10n.t('{path} is not {encoding}: not all of it can be read that way.', { path, encoding }), isEncodingOpen: true };
}

/** UTF-16 without a mark: the wrong order of bytes gives neither line breaks nor commas. */
function decodeWide(bytes: Uint8Array, path: string): DecodedText | Refused {
  const found = (['utf-16le', 'utf-16be'] as const).flatMap((encoding) => {
    const text = decoded(bytes, encoding);
    return text !== undefined && !text.includes('\0') && /[\r\n]/.test(text) && /[,;\t|]/.test(text) ? [{ text, encoding }] : [];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return asText(undefined, path);
  return { text: only.text, foundEncoding: only.encoding.toUpperCase() };
}

function asText(text: string | undefined, path: string): DecodedText | Refused {
  if (text !== undefined && !text.includes('\0')) return { text };
  return { refused: l10n.t('{path} is not text. Export the answers as CSV.', { path }) };
}

/** Enough rows to know what they mean. A character that is cut at their end is left out. */
const sampledBytes = 1_000_000;

function decodeByMeaning(bytes: Uint8Array, { path, isKnown = () => false, onlyKnownCounts, words }: DecodeOptions): DecodedText | Refused {
  const sampleEnd = bytes.length <= sampledBytes ? bytes.length : bytes.subarray(0, sampledBytes).lastIndexOf(0x0a);
  const sample = bytes.subarray(0, sampleEnd);
  const candidates = unmarked
    .flatMap(([encoding, name]) => {
      const text = decoded(sample, encoding);
      if (text === undefined) return [];
      const texts = foreignTexts(text);
      return [{ encoding, name, texts, known: texts.filter(isKnown).length }];
    })
    .sort((a, b) => b.known - a.known);
  const [best] = candidates;
  const rival = candidates.find(({ texts }) => texts.join('\n') !== best?.texts.join('\n'));
  // The encodings of Latin script have most letters at the same places: of two in which as much is known, the first is the most frequent.
  const isClear =
    best !== undefined && best.known > 0 && (rival === undefined || best.known >= 2 * rival.known || (isLatin(best) && isLatin(rival)));
  const text = isClear ? decoded(bytes, best.encoding) : undefined;
  if (text !== undefined && best) return { text, foundEncoding: best.name };
  // Names of people, for example, in an export whose answers are all ASCII.
  const [assumed] = unmarked;
  const plain = decoded(bytes, assumed[0]);
  const isIndifferent = onlyKnownCounts === true && best?.known === 0 && sample.length === bytes.length;
  if (isIndifferent && plain !== undefined && cellsOf(plain).some((cell) => isAscii.test(cell) && isKnown(cell)))
    return { text: plain, assumedEncoding: assumed[1] };
  return { refused: undecided(path, candidates, words), isEncodingOpen: true };
}

function isLatin({ encoding }: { readonly encoding: string }): boolean {
  return encoding === 'windows-1252' || encoding === 'windows-1250' || encoding === 'macintosh';
}

function undecided(
  path: string,
  candidates: readonly { readonly name: string; readonly texts: readonly string[] }[],
  words: ImportWords | undefined,
): string {
  const readings = new Map<string, string>();
  for (const { name, texts } of candidates) if (texts[0] !== undefined && !readings.has(texts[0])) readings.set(texts[0], name);
  const shown = [...readings].slice(0, 4).map(([text, name]) => `${name} “${cellText(text)}”`);
  if (words === 'editor')
    return l10n.t('{path} is not UTF-8, and nothing in it says what else: {readings}.', { path, readings: nameList(shown) });
  return l10n.t('{path} is not UTF-8, and nothing in it says what else: {readings}. Name it with --encoding, or save it as “CSV UTF-8”.', {
    path,
    readings: nameList(shown),
  });
}

/** The distinct cells with letters beyond ASCII, by which alone encodings differ. */
function foreignTexts(text: string): readonly string[] {
  const cells = cellsOf(text);
  return [...new Set(cells.filter((cell) => !isAscii.test(cell)))];
}

const isAscii = /^[\0-\x7f]*$/;

/** About: the delimiter is not known yet. */
function cellsOf(text: string): readonly string[] {
  return text.split(/[,;\t|\r\n"]+/).map((cell) => cell.trim());
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
