import { layoutMatrix } from '../../matrix/layoutMatrix.ts';
import type { MatrixPoint } from '../../matrix/matrixPoint.ts';
import { matrixSvg } from '../../matrix/matrixSvg.ts';
import { matrixTexts } from '../../matrix/matrixTexts.ts';
import { palettes, type Theme } from '../../matrix/palette.ts';
import { type PictureSize, pictureSizes } from '../../matrix/pictureSizes.ts';
import { pointsIn } from '../../matrix/plot.ts';
import { measure } from '../../terms/numbers.ts';
import type { ViewOptions } from '../state/pageState.ts';

/** What the picture shows, for a copy of it outside the page. */
export interface ShownPicture {
  readonly points: readonly MatrixPoint[];
  /** Whether filters leave features out. */
  readonly isFiltered: boolean;
  readonly view: ViewOptions;
  /** The version that arrows come from; `undefined` where they come from the survey before. */
  readonly since: string | undefined;
  readonly product: string;
  /** What the numbers rest on, and what they are filtered by. */
  readonly footer: readonly string[];
  readonly theme: Theme;
  readonly size: PictureSize;
}

/** The matrix as it is shown, as SVG text with colours of its own. The same wherever it is made: it does not depend on size and font of the page. */
export function pictureSvg({ points, isFiltered, view, since, product, footer, theme, size }: ShownPicture): string {
  const texts = matrixTexts(product, pointsIn(points, view.plot), view.plot, since);
  const layout = layoutMatrix(points, pictureSizes[size], {
    ...view,
    drift: view.arrows !== 'none',
    texts: isFiltered ? { ...texts, nothing: texts.filteredOut } : texts,
    format: measure,
    heading: product,
    footer,
  });
  return matrixSvg(layout, palettes[theme]);
}

/** An SVG text drawn as a PNG, two pixels for one. */
export async function picturePng(svg: string, size: PictureSize): Promise<Blob> {
  const { width, height } = pictureSizes[size];
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * 2, height * 2];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('This browser draws no PNG');
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Puts a PNG into the clipboard; fails where the browser does not let the page. */
export async function copyPng(svg: string, size: PictureSize): Promise<void> {
  await keyboardHere();
  // Given as a promise, because drawing takes longer than the click that allows it counts.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picturePng(svg, size) })]);
}

/** Browsers let a page copy a picture only while it has the keyboard, which a menu of the editor gives back a moment later. */
async function keyboardHere(): Promise<void> {
  if (document.hasFocus()) return;
  const focused = new Promise((resolve) => {
    window.addEventListener('focus', resolve, { once: true });
    setTimeout(resolve, 2_000);
  });
  window.focus();
  await focused;
}

/** The bytes of a blob as base64, in which messages carry them. */
export function asBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The picture cannot be read'));
    reader.readAsDataURL(blob);
  });
}

/** The palette that goes with the theme of the editor. */
export function themeOfPage({ classList }: Element): Theme {
  const isDark =
    classList.contains('vscode-dark') || (classList.contains('vscode-high-contrast') && !classList.contains('vscode-high-contrast-light'));
  return isDark ? 'dark' : 'light';
}
