import picocolors from 'picocolors';
import { type Paint, withoutColour } from '../../report/lint/lintPretty.ts';

/** Colours for a terminal, or none. */
export function paint(inColour: boolean): Paint {
  if (!inColour) return withoutColour;
  const colours = picocolors.createColors(true);
  const bySeverity = { error: colours.red, warning: colours.yellow, info: colours.blue, hint: colours.gray };
  return { severity: (severity, text) => bySeverity[severity](text), quiet: colours.gray, strong: colours.bold };
}
