import { singleLine } from './plainText.ts';

/**
 * A workflow command of GitHub Actions: `::error file=a.yaml,line=3::What is wrong`. Whatever the values hold, it stays one command.
 * Escaping as GitHub's own toolkit does it (actions/toolkit, packages/core/src/command.ts).
 */
export function githubCommand(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  // The log of a run is a terminal. Line breaks and tabs are escaped or harmless.
  const visible = text
    .split(/([\t\r\n]+)/)
    .map((part, index) => (index % 2 === 0 ? singleLine(part) : part))
    .join('');
  return visible.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
