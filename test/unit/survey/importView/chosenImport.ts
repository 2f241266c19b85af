import { expect } from 'vitest';
import { finish } from '../../../../src/base/steps.ts';
import { singleFileProduct } from '../../../../src/document/product.ts';
import { readModel } from '../../../../src/document/readModel.ts';
import { readSurveyMap } from '../../../../src/survey/answers/surveyMap.ts';
import { type ImportChoices, noChoices } from '../../../../src/survey/importView/importChoices.ts';
import { type ImportView, importView } from '../../../../src/survey/importView/importView.ts';
import { type UnderstoodImport, understandImport } from '../../../../src/survey/importView/understandImport.ts';

export interface ChosenImport extends UnderstoodImport {
  readonly view: ImportView;
  /** The file as it would be written. */
  readonly written: string | undefined;
}

/** What the page shows of exports with these rows. */
export function chosenImport(
  text: string,
  rows: readonly (readonly string[])[] | readonly (readonly (readonly string[])[])[],
  choices: Partial<ImportChoices> = {},
  map = '',
): ChosenImport {
  const files = (typeof rows[0]?.[0] === 'string' ? [rows] : rows) as readonly (readonly (readonly string[])[])[];
  const product = singleFileProduct(readModel('shop.kano.yaml', text));
  const tables = files.map((each, index) => ({ path: `answers${index === 0 ? '' : index + 1}.csv`, rows: each }));
  const mapFile = readSurveyMap('map.yaml', map);
  expect(mapFile.problems).toEqual([]);
  const chosen = { ...noChoices, ...choices };
  const found = finish(understandImport({ product, path: 'shop.kano.yaml', tables, mapFile, choices: chosen, modified: '2026-09-15' }));
  const view = importView({
    ...{
      product,
      path: 'shop.kano.yaml',
      tables,
      choices: found.choices,
      map: found.mapFile.map,
      canChangeTarget: false,
      mapToSave: 'm.yaml',
    },
    ...{ done: found.done, suggestion: found.suggestion },
  });
  return { ...found, view, written: found.done.changed?.text };
}

export const shop = `kano: 1
product: Shop
features:
  - { id: pay, title: 快速支付 }
  - { id: look, title: 深色模式 }
`;
