import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import english from '../../../package.nls.json' with { type: 'json' };
import chinese from '../../../package.nls.zh-cn.json' with { type: 'json' };
import { packagedFiles } from '../../../scripts/vscode/packaged-files.mjs';

const { walkthroughs, commands, menus } = manifest.contributes;
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

it('the pictures of the walkthrough and the samples are in the package', () => {
  const packaged = packagedFiles();
  for (const { media } of steps) expect(packaged, media.svg).toContain(media.svg);
  expect(packaged.filter((path) => path.startsWith('examples/'))).toEqual([
    'examples/web-shop-zh/shop.kano.yaml',
    'examples/web-shop/shop.kano.yaml',
  ]);
});

it('the pictures have no colours but those of the theme', () => {
  for (const { media } of steps) expect(readFileSync(media.svg, 'utf8').match(/#[0-9a-f]{3,8}\b|rgb|style=/gi), media.svg).toBeNull();
});

it('the buttons of the walkthrough and of the welcome view run commands of ours, in both languages', () => {
  const known = commands.map(({ command }) => command);
  const keys = [...steps.map(({ description }) => description.slice(1, -1)), 'view.features.welcome'];
  for (const texts of [english, chinese] as Readonly<Record<string, string>>[]) {
    for (const key of keys) {
      const links = [...(texts[key] ?? '').matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command);
      expect(links.length, key).toBeGreaterThan(0);
      for (const link of links) expect(known).toContain(link);
    }
  }
});

it('the palette says of every command when it can do something, but of those that begin and those that help', () => {
  const limited = menus.commandPalette.filter(({ when }) => when !== '').map(({ command }) => command);
  const always = commands.map(({ command }) => command).filter((command) => !limited.includes(command));
  expect(always).toEqual(['kano.newFile', 'kano.openSample', 'kano.showOutput', 'kano.copyBugReport']);
});
