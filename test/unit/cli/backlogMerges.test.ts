import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { analysedProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { backlogMarkdown } from '../../../src/report/backlog/backlogMarkdown.ts';
import { features, type Merge, mergeAll, twoChanges, twoShopChanges, type Written } from './branches.ts';
import { kano, temporaryFolder } from './command.ts';
import { fine, folderWith, git, startGit } from './folder.ts';

const temporary = temporaryFolder();
const size = 60;
const exampleShop = new URL('../../../examples/web-shop/shop.kano.yaml', import.meta.url);

interface Shop {
  readonly features: readonly Written[];
  readonly personas: readonly { readonly needs?: readonly unknown[] }[];
  readonly touchpoints: readonly { readonly pains?: readonly unknown[] }[];
  readonly valueChain: readonly { readonly bottlenecks?: readonly unknown[] }[];
  readonly metrics: readonly unknown[];
}

/** An invented product with these features, and a note by hand in its backlog. */
const fileOf = (features: readonly Written[]) => {
  const touchpoints = ['search', 'product', 'checkout', 'delivery', 'service'].map((id) => ({ id, name: `At ${id}`, emotion: -1 }));
  return stringify({ kano: 1, product: 'P', touchpoints, features }, { aliasDuplicateObjects: false });
};
const backlogOf = (all: readonly Written[]) => {
  const { product, analysis } = analysedProduct(singleFileProduct(readModel('p.kano.yaml', fileOf(all))));
  return backlogMarkdown(product, analysis).replace('<!-- /kano:notes', 'Decided by hand.\n<!-- /kano:notes');
};

describe('a backlog in two branches', () => {
  it('merges by itself in at least 95 of 100 pairs that each add, change or remove another feature, and is mended where it does not', async () => {
    const products = fc.sample(fc.tuple(features(size), fc.array(twoChanges(size), { minLength: 20, maxLength: 20 })), {
      numRuns: 10,
      seed: 16,
    });
    const pairs = products.flatMap(([all, changes]) => changes.map(([one, other]) => ({ all, one, other })));
    const bases = new Map(products.map(([all]) => [all, backlogOf(all)]));
    const merges = pairs.map(
      ({ all, one, other }): Merge => ({ base: bases.get(all) ?? '', ours: backlogOf(one(all)), theirs: backlogOf(other(all)) }),
    );
    const repository = (name: string) => {
      mkdirSync(join(temporary(), name));
      return join(temporary(), name);
    };
    const merged = mergeAll(repository('merged'), merges);
    const conflicts = pairs.flatMap(({ all, one, other }, index) => {
      const [merge, made] = [merges[index], merged[index]];
      return merge && made?.isConflict ? [{ merge, text: made.text, both: other(one(all)) }] : [];
    });
    expect(conflicts.length).toBeLessThanOrEqual(10);
    // So that the mending is seen to work, some are needed.
    expect(conflicts.length).toBeGreaterThan(0);
    const united = mergeAll(
      repository('united'),
      conflicts.map(({ merge }) => merge),
      'BACKLOG.md merge=union\n',
    );
    expect(united.filter(({ isConflict }) => isConflict)).toEqual([]);
    for (const [index, { text, both }] of conflicts.entries()) {
      for (const left of [text, united[index]?.text ?? '']) {
        const folder = folderWith(temporary(), { 'p.kano.yaml': fileOf(both), 'BACKLOG.md': left });
        expect(await kano(folder, ['backlog', '-o', 'BACKLOG.md'])).toEqual({ code: 0, output: '', errors: '' });
        expect(readFileSync(join(folder, 'BACKLOG.md'), 'utf8')).toBe(backlogOf(both));
      }
    }
  });

  it('merges as well for a product that tells the whole story', () => {
    const { features: all, ...shop }: Shop = parse(readFileSync(fileURLToPath(exampleShop), 'utf8'));
    const named = (list: readonly unknown[] | undefined) =>
      (list ?? []).flatMap((each) => (typeof each === 'object' && each !== null && 'id' in each ? [String(each.id)] : []));
    const ids = {
      touchpoints: named(shop.touchpoints),
      serves: shop.personas.flatMap(({ needs }) => named(needs)),
      relieves: [
        ...shop.touchpoints.flatMap(({ pains }) => named(pains)),
        ...shop.valueChain.flatMap(({ bottlenecks }) => named(bottlenecks)),
      ],
      moves: named(shop.metrics),
    };
    const backlog = (features: readonly Written[]) => {
      const text = stringify({ ...shop, features }, { aliasDuplicateObjects: false });
      const { product, analysis } = analysedProduct(singleFileProduct(readModel('shop.kano.yaml', text)));
      return backlogMarkdown(product, analysis);
    };
    const base = backlog(all);
    const merges = fc
      .sample(twoShopChanges(all, ids), { numRuns: 200, seed: 16 })
      .map(([one, other]): Merge => ({ base, ours: backlog(one(all)), theirs: backlog(other(all)) }));
    const folder = join(temporary(), 'shop');
    mkdirSync(folder);
    const conflicts = mergeAll(folder, merges).filter(({ isConflict }) => isConflict);
    expect(conflicts.length).toBeLessThanOrEqual(10);
  });

  it('is written anew after a conflict, but for one in the notes, which somebody has to decide', async () => {
    const folder = folderWith(temporary(), { 'p.kano.yaml': fine });
    await kano(folder, ['backlog', '-o', 'BACKLOG.md']);
    const path = join(folder, 'BACKLOG.md');
    const text = readFileSync(path, 'utf8');
    startGit(folder);
    const commit = (changed: string) => {
      writeFileSync(path, changed);
      git(folder, 'add', '.');
      git(folder, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--message', 'x');
    };
    const merge = (ours: string, theirs: string) => {
      git(folder, 'checkout', '--quiet', '--force', '-B', 'theirs', 'start');
      commit(theirs);
      git(folder, 'checkout', '--quiet', '-B', 'ours', 'start');
      commit(ours);
      expect(() => git(folder, '-c', 'user.name=a', '-c', 'user.email=a@b', 'merge', 'theirs')).toThrow();
      return readFileSync(path, 'utf8');
    };
    commit(text);
    git(folder, 'branch', 'start');
    const retitled = (name: string) => text.replace('# Backlog: Web shop', `# Backlog: ${name}`).replaceAll('| A |', `| ${name} |`);
    expect(merge(retitled('One'), retitled('Other'))).toMatch(/^<<<<<<< /);
    expect((await kano(folder, ['backlog', '-o', 'BACKLOG.md', '--check'])).code).toBe(1);
    expect(await kano(folder, ['backlog', '-o', 'BACKLOG.md'])).toEqual({ code: 0, output: '', errors: '' });
    expect(readFileSync(path, 'utf8')).toBe(text);

    const noted = (note: string) => text.replace('<!-- /kano:notes', `${note}\n<!-- /kano:notes`);
    const left = merge(noted('Yes\n=======\n'), noted('No'));
    for (const check of [[], ['--check']]) {
      const { code, errors } = await kano(folder, ['backlog', '-o', 'BACKLOG.md', ...check]);
      expect([code, errors]).toEqual([2, expect.stringMatching(/^kano: A merge left a conflict in the hand-written part of BACKLOG\.md/)]);
    }
    expect(readFileSync(path, 'utf8')).toBe(left);
    // A line of equals signs alone is a heading.
    writeFileSync(path, noted('Yes\n======='));
    expect(await kano(folder, ['backlog', '-o', 'BACKLOG.md'])).toEqual({ code: 0, output: '', errors: '' });
  });
});
