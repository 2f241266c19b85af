import { spawnSync } from 'node:child_process';
import { summary } from './measure.ts';
import type { Row } from './row.ts';

/** How long the built command takes to start, beside Node itself: whole processes, in turn. */
export function commandStart(): readonly Row[] {
  const commands: Readonly<Record<string, readonly string[]>> = {
    'node -e 0': ['-e', '0'],
    'kano --version': ['dist/cli.js', '--version'],
    'kano lint of one small file': ['dist/cli.js', 'lint', 'examples/web-shop/shop.kano.yaml'],
  };
  const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
  for (let run = 0; run < 12; run++) {
    for (const [name, parameters] of Object.entries(commands)) {
      const start = performance.now();
      spawnSync(process.execPath, parameters);
      if (run > 1) times.get(name)?.push(performance.now() - start);
    }
  }
  return [...times].map(([work, figures]) => ({
    group: 'command',
    work,
    by: work.startsWith('kano') ? 'Kano' : `Node ${process.version}`,
    features: null,
    unit: 'ms',
    figure: summary(figures),
  }));
}
