import type { Decision } from './decisions.ts';

/** The number of decisions that nothing was chosen for. */
export function openDecisions(decisions: readonly Decision[]): number {
  return decisions.reduce((sum, decision) => {
    switch (decision.kind) {
      case 'stems':
        return sum + (decision.stems.every(({ chosen }) => chosen === undefined) ? 1 : 0);
      case 'words':
        return sum + decision.words.filter(({ chosen }) => chosen === undefined).length;
      case 'personas':
        return sum + decision.values.filter(({ chosen }) => chosen === undefined).length;
      case 'direction':
        return sum + (decision.options.some(({ isChosen }) => isChosen) ? 0 : 1);
      case 'wave':
      case 'product':
      case 'respondents':
        return sum + 1;
      default:
        return sum + (decision.chosen === undefined ? 1 : 0);
    }
  }, 0);
}
