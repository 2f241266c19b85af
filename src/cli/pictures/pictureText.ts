/** A text of a picture: the characters that need a glyph, and whether some of it is bold. */
export interface PictureText {
  readonly characters: ReadonlySet<string>;
  readonly isBold: boolean;
}

/** The texts that a picture of `matrixSvg` shows. */
export function textsOf(svg: string): readonly PictureText[] {
  const heading = /<g [^>]*font-weight="[^"]*"[^>]*>(.*?)<\/g>/s.exec(svg)?.[1] ?? '';
  return [...svg.matchAll(textElement)].map(([element, attributes = '', content = '']) => ({
    characters: charactersOf(content),
    isBold: `${attributes}${content}`.includes(' font-weight="') || heading.includes(element),
  }));
}

/** The families that draw a text: one for all of it, or by character where no font has all. */
export type FamilyOf = (character: string) => string;

/**
 * The picture with the family of every character named, because renderers replace all of a text where one character is missing.
 *
 * @param first the family of what has none named
 */
export function withFamilies(svg: string, first: string, familiesOf: (characters: ReadonlySet<string>) => FamilyOf): string {
  const named = svg.replace(/ font-family="[^"]*"/, family(first));
  return named.replace(textElement, (_, attributes: string, content: string) => {
    const characters = charactersOf(content);
    const familyOf = familiesOf(characters);
    const [only = first, ...others] = new Set([...characters].map(familyOf));
    const own = only === first && others.length === 0 ? '' : family(only);
    const shown = others.length === 0 ? content : content.replace(/[^<>]+(?=<|$)/g, (text) => runs(text, only, familyOf));
    return `<text${attributes}${own}>${shown}</text>`;
  });
}

const textElement = /<text((?: [^>]*)?)>(.*?)<\/text>/gs;

/** Spaces and controls need no glyph, and marks are drawn with the letter before them. */
const withoutGlyph = /[\s\p{C}\p{M}]/u;

function charactersOf(content: string): ReadonlySet<string> {
  // What is escaped are signs that every font has.
  const shown = content.replace(/<[^>]*>|&[^;]+;/g, '');
  return new Set([...shown].filter((character) => !withoutGlyph.test(character)));
}

function runs(text: string, outer: string, familyOf: FamilyOf): string {
  const parts: { family: string; text: string }[] = [];
  for (const [piece] of text.matchAll(/&[^;]+;|./gsu)) {
    const last = parts.at(-1);
    const own = piece.startsWith('&') || withoutGlyph.test(piece) ? (last?.family ?? outer) : familyOf(piece);
    if (last?.family === own) last.text += piece;
    else parts.push({ family: own, text: piece });
  }
  return parts.map((part) => (part.family === outer ? part.text : `<tspan${family(part.family)}>${part.text}</tspan>`)).join('');
}

function family(name: string): string {
  return ` font-family="'${name.replace(/[&<>"'\\]/g, '')}'"`;
}
