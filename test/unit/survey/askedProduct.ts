import { stringify } from 'yaml';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { type Questionnaire, type QuestionnaireOptions, questionnaireOf } from '../../../src/survey/questionnaire/questionnaire.ts';

/** The questionnaire of a file with this content. */
export function questionnaireFrom(content: object, options: QuestionnaireOptions = {}): Questionnaire {
  const text = stringify({ kano: 1, product: 'P', ...content });
  return questionnaireOf(singleFileProduct(readModel('shop.kano.yaml', text)), 'shop.kano.yaml', options);
}
