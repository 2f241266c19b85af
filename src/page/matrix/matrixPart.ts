import * as l10n from '@vscode/l10n';
import { layoutMatrix, type MatrixLayout } from '../../matrix/layoutMatrix.ts';
import type { MatrixPoint } from '../../matrix/matrixPoint.ts';
import { matrixTexts } from '../../matrix/matrixTexts.ts';
import type { Theme } from '../../matrix/palette.ts';
import type { PictureSize } from '../../matrix/pictureSizes.ts';
import { type Plot, pointsIn } from '../../matrix/plot.ts';
import type { MatrixSize } from '../../matrix/plotArea.ts';
import type { Zoom } from '../../matrix/zoom.ts';
import { notInContinuousPlot } from '../../terms/featureSentences.ts';
import { currentLanguage } from '../../terms/language.ts';
import { measure as formatNumber } from '../../terms/numbers.ts';
import { keyOfElement } from '../elements.ts';
import type { HostConnection } from '../host.ts';
import type { PageContext } from '../pageContext.ts';
import type { PageStore } from '../pageStore.ts';
import type { Content } from '../state/content.ts';
import type { ArrowOrigin, PageState, ViewOptions } from '../state/pageState.ts';
import type { PanelRow } from '../state/rows.ts';
import { pointsFrom, shownArrows } from '../state/shownArrows.ts';
import { leftOutOfContinuous, plotDetails, shownPlot } from '../state/shownPlot.ts';
import { toPoints } from '../state/visibleRows.ts';
import { asBase64, copyPng, picturePng, pictureSvg, themeOfPage } from './exportPicture.ts';
import type { MatrixView } from './matrixView.ts';
import { measureOfPage } from './measureText.ts';
import { PictureGestures } from './pictureGestures.ts';
import { nearestSymbol, pictureTarget, zoomShowing } from './pictureTargets.ts';
import { showMotion } from './pointMotion.ts';

/** What the picture needs of the page around it. */
export interface PageAround {
  readonly root: HTMLElement;
  readonly store: PageStore;
  readonly host: HostConnection;
  change(change: Partial<PageState>): void;
  draw(then?: () => void): void;
  hover(key: string | null): void;
  focus(key: string | null): void;
  /** Leads to a feature in its file. */
  open(key: string): void;
  say(text: string): void;
}

/** The matrix on the page: lays it out when something in it changed, and says what pointer and keys do in it. */
export class MatrixPart {
  readonly #page: PageAround;
  readonly #gestures: PictureGestures;
  readonly #resizes = new ResizeObserver(([entry]) => entry && this.#resized(entry.contentRect));
  #observed: Element | null = null;
  #size: MatrixSize | null = null;
  #layout: MatrixLayout | null = null;
  /** What the layout was made from. */
  #madeFrom: readonly unknown[] = [];
  #points: readonly MatrixPoint[] = [];
  /** The first picture comes without labels: to place those of a thousand symbols takes as long as all the rest. */
  #hasLabels = false;

  constructor(page: PageAround) {
    this.#page = page;
    this.#gestures = new PictureGestures(
      () => page.store.page.view.zoom,
      (zoom) => this.#zoom(zoom),
    );
  }

  /** `null` while the matrix is not shown, or its size is not known yet. */
  get layout(): MatrixLayout | null {
    return this.#layout;
  }

  /** Lays out anew if something in the picture changed, and shows where symbols went. */
  update(): void {
    const { page, rows } = this.#page.store;
    const font = measureOfPage();
    const plot = this.#plot;
    const arrows = this.#arrows;
    const base = arrows === 'base' ? this.#page.store.base : null;
    const points = pointsIn(pointsFrom(rows, this.#page.store.content, base), plot);
    // Most edits leave all points as they are: of an owner, a status, a note.
    if (!areAlike(points, this.#points)) this.#points = points;
    const options = [page.view, plot, arrows, base?.name, font.fontSize, document.body.className, currentLanguage()];
    const madeFrom = [page.tab === 'matrix', this.#size, this.#points, ...options, this.#hasLabels];
    if (madeFrom.every((part, index) => part === this.#madeFrom[index])) return;
    this.#madeFrom = madeFrom;
    const before = this.#layout;
    const after =
      page.tab !== 'matrix' || !this.#size
        ? null
        : layoutOf(this.#size, this.#points, { ...page.view, plot, arrows }, base?.name, font, this.#hasLabels);
    this.#layout = after;
    this.#page.draw(() => {
      const picture = this.#page.root.querySelector('.picture');
      if (before && after && picture) showMotion(before, after, picture);
      if (after && !this.#hasLabels) requestAnimationFrame(() => this.#addLabels());
    });
  }

  /** What is drawn, and what happens in it. */
  view({ active, content, page, rows, byKey, tabStops }: PageContext): MatrixView | null {
    const layout = this.#layout;
    if (!layout) return null;
    const keys = layout.points.map(({ point }) => point.key);
    const { hover, focus, change, open } = this.#page;
    return {
      ...{ layout, active, rows, selected: page.selected, label: description(content, layout), gestures: this.#gestures },
      tabStop: tabStops.find((key) => key !== null && keys.includes(key)) ?? keys[0] ?? null,
      describe: (key) => describe(byKey.get(key), layout.area.shows),
      onKey: (event) => this.#key(event),
      onClick: (event) => {
        event.stopPropagation();
        const key = keyUnder(event, layout);
        if (key !== null) change({ selected: key });
      },
      onDoubleClick: (event) => {
        event.stopPropagation();
        const key = keyUnder(event, layout);
        if (key !== null) open(key);
      },
      onPointer: (event) => hover(keyUnder(event, layout)),
      onLeave: () => hover(null),
      onFocus: (event) => focus(event.type === 'focusin' ? keyOfElement(event.target) : null),
    };
  }

  /** After the page was drawn: follows the size of the element that holds the picture. */
  observe(): void {
    const canvas = this.#page.root.querySelector('.canvas');
    if (canvas === this.#observed) return;
    this.#resizes.disconnect();
    this.#observed = canvas;
    if (canvas) this.#resizes.observe(canvas);
  }

  /** Moves the picture where a feature is out of sight. */
  bringIntoSight(key: string | null): void {
    const [point] = toPoints(this.#page.store.rows.filter((row) => row.key === key));
    const zoom = point && this.#layout && zoomShowing(point, this.#layout);
    if (zoom && zoom !== this.#layout?.zoom) this.#zoom(zoom);
  }

  /** The picture as it is shown, as SVG text; `null` before there is something to show. */
  picture(theme: Theme, size: PictureSize = 'page'): string | null {
    const { store } = this.#page;
    const { content, rows, page } = store;
    if (!content) return null;
    const { name, footer, newestSurvey } = content;
    const plot = this.#plot;
    const leftOut = leftOutOfContinuous(rows).length;
    const shown = l10n.t('{0} of {1} features', rows.length, content.rows.length);
    const arrows = this.#arrows;
    const base = arrows === 'base' ? store.base : null;
    return pictureSvg({
      ...{
        points: pointsFrom(rows, content, base),
        isFiltered: rows.length < content.rows.length,
        product: name,
        view: { ...page.view, plot, arrows },
        since: base?.name,
        ...{ theme, size },
      },
      footer: [
        ...(rows.length < content.rows.length ? [shown] : []),
        ...(plot === 'continuous' && leftOut > 0 ? [notInContinuousPlot(leftOut)] : []),
        ...footer,
        // Slides are read without the file, so they say how old the answers are.
        ...(size === 'page' || newestSurvey === null ? [] : [newestSurvey]),
      ],
    });
  }

  /** Copies or saves the picture as it is shown. */
  async export(kind: 'svg' | 'png' | 'slide', copy: boolean): Promise<void> {
    const { host, say } = this.#page;
    const size = kind === 'slide' ? 'slide' : 'page';
    const svg = this.picture(themeOfPage(document.body), size);
    if (svg === null) return;
    if (kind === 'svg') host.post(copy ? { type: 'copy', text: svg } : { type: 'save', format: kind, content: svg });
    else if (!copy) host.post({ type: 'save', format: 'png', content: await asBase64(await picturePng(svg, size)) });
    else {
      const [copied, notCopied] = [l10n.t('The picture was copied.'), l10n.t('The picture could not be copied. Save it instead.')];
      say(
        await copyPng(svg, size).then(
          () => copied,
          () => notCopied,
        ),
      );
    }
  }

  /** What the picture shows, which is not what the reader chose where no feature has it. */
  get #plot(): Plot {
    const { page, content } = this.#page.store;
    return shownPlot(page.view.plot, content?.rows ?? []);
  }

  get #arrows(): ArrowOrigin {
    const { page, content, base } = this.#page.store;
    return content ? shownArrows(page.view.arrows, { content, base }) : 'none';
  }

  #addLabels(): void {
    this.#hasLabels = true;
    this.update();
  }

  #resized({ width, height }: MatrixSize): void {
    this.#size = width > 0 && height > 0 ? { width: Math.floor(Math.min(width, widestAt(height))), height: Math.floor(height) } : null;
    this.update();
  }

  #zoom(zoom: Zoom): void {
    this.#page.change({ view: { ...this.#page.store.page.view, zoom } });
  }

  #key(event: KeyboardEvent): void {
    if (!this.#layout || event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = keyOfElement(event.target);
    const target = pictureTarget(event, focused, this.#layout, this.#points);
    if (event.key === 'Enter' && focused !== null) this.#page.open(focused);
    else if (event.key === ' ' && focused !== null) this.#page.change({ selected: focused });
    else if (event.key === 'Escape') this.#page.change({ selected: null });
    else if (target && 'zoom' in target) this.#zoom(target.zoom);
    else if (target) this.#goTo(target.key);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Selects a feature and gives its symbol the keyboard, once it is in sight. */
  #goTo(key: string): void {
    this.#page.change({ selected: key });
    // At once if possible: the next key may come before the next frame. If the focus has moved elsewhere meanwhile, it stays there.
    if (this.#focusPoint(key)) return;
    const from = document.activeElement;
    this.#page.draw(() => document.activeElement === from && this.#focusPoint(key));
  }

  #focusPoint(key: string): boolean {
    const point = this.#page.root.querySelector<SVGElement>(`.point[data-key="${CSS.escape(key)}"]`);
    point?.focus();
    return point !== null;
  }
}

/** Both axes go from 0 to 1: much wider than high, the picture would look stretched. A low one takes more width, which its labels need. */
export function widestAt(height: number): number {
  return Math.max(height * 1.6, Math.min(height * 2.2, 720));
}

function layoutOf(
  size: MatrixSize,
  points: readonly MatrixPoint[],
  view: ViewOptions,
  since: string | undefined,
  font: ReturnType<typeof measureOfPage>,
  labels: boolean,
): MatrixLayout {
  return layoutMatrix(points, size, {
    texts: { ...matrixTexts('', [], view.plot, since), title: '', description: '' },
    ...{ legend: 'scales', labels },
    ...view,
    drift: view.arrows !== 'none',
    format: formatNumber,
    ...font,
  });
}

function areAlike(a: readonly MatrixPoint[], b: readonly MatrixPoint[]): boolean {
  return a.length === b.length && a.every((point, index) => point === b[index] || JSON.stringify(point) === JSON.stringify(b[index]));
}

function keyUnder(event: MouseEvent, layout: MatrixLayout): string | null {
  const label = keyOfElement(event.target);
  if (label !== null) return label;
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return nearestSymbol(layout.points, { x: event.clientX - box.left, y: event.clientY - box.top });
}

function describe(row: PanelRow | undefined, plot: Plot): string {
  // The details begin with the category.
  return row ? [row.title, ...plotDetails(row, plot), ...row.details, row.refined ?? []].flat().join(', ') : '';
}

/** What a screen reader says of the picture. */
function description({ name }: Content, { area, points }: MatrixLayout): string {
  const shown = points.map(({ point }) => point);
  return matrixTexts(name, shown, area.shows).description;
}
