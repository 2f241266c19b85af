import { type Category, categories } from '../document/format/model.ts';
import type { CategoryOrNone } from '../terms/categoryLabels.ts';

/** Colours of a picture outside VS Code, where there is no theme: `#rrggbb`. */
export interface Palette {
  readonly ground: string;
  readonly plot: string;
  readonly text: string;
  /** For less important texts, with a contrast of 4.5:1 against ground and plot. */
  readonly quiet: string;
  readonly grid: string;
  /** With a contrast of 3:1 or more against ground and plot, and distinct in every kind of colour vision. */
  readonly categories: Readonly<Record<Category, string>>;
  readonly noCategory: string;
  /** How strong the tint of a quadrant is, in the colour of its category: so weak that what is over it keeps its contrast. */
  readonly tint: number;
}

// The category colours maximise the smallest distance between any two of them for people with full colour vision, protanopia, deuteranopia
// and
// tritanopia, each within the hue of the editor's theme colours.
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: '#ffffff',
    plot: '#ffffff',
    text: '#24292f',
    quiet: '#656d76',
    grid: '#d0d7de',
    categories: { M: '#cb1109', O: '#0d1f78', A: '#067248', I: '#848484', R: '#c77b35', Q: '#6927aa' },
    noCategory: '#6e7781',
    tint: 0.05,
  },
  dark: {
    ground: '#1e1e1e',
    plot: '#1e1e1e',
    text: '#d4d4d4',
    quiet: '#9d9d9d',
    grid: '#3c3c3c',
    categories: { M: '#d23f29', O: '#3f77fe', A: '#a5fbc6', I: '#b0b0b0', R: '#f99102', Q: '#965798' },
    noCategory: '#8b8b8b',
    tint: 0.03,
  },
};

/** All colours with a meaning, for checks. */
export function meaningfulColors(palette: Palette): string[] {
  return [...categories.map((category) => palette.categories[category]), palette.noCategory];
}

export function categoryColor(category: CategoryOrNone, palette: Palette): string {
  return category === null ? palette.noCategory : palette.categories[category];
}

/** The backgrounds that a picture outside VS Code is drawn for. */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];
