import { matrixTexts } from '../matrix/matrixTexts.ts';
import type { PanelTexts } from '../webview/protocol.ts';
import { buildOrderHeadings, emptyPanelSentences, panelWords } from '../wording/panelWording.ts';

/** The words of the panel's page in the language of the interface. */
export function panelTexts(): PanelTexts {
  const { title, description, ...matrix } = matrixTexts('', 0);
  const headings = buildOrderHeadings();
  const empty = emptyPanelSentences();
  const words = panelWords();
  return {
    matrix,
    matrixLabel: matrix.better,
    legendLabel: words.legend,
    places: {
      ranked: headings.buildOrder,
      'ask-again': headings.askAgain,
      'do-not-build': headings.doNotBuild,
      'not-surveyed': headings.notSurveyed,
      closed: headings.closed,
    },
    search: words.search,
    shown: words.shown,
    nothingMatches: empty.noMatches,
    showAll: words.showAll,
    selectHint: words.selectHint,
    noFeatures: empty.noFeatures,
    noneSurveyed: empty.noAnswers,
    noFile: words.noFile,
    chooseFile: words.chooseFile,
  };
}
