import { stringify } from 'yaml';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readDocument } from '../../../src/document/readDocument.ts';
import { type Questionnaire, type QuestionnaireOptions, questionnaireOf } from '../../../src/survey/questionnaire.ts';

/** The questionnaire of a file with this content. */
export function questionnaireFrom(content: object, options: QuestionnaireOptions = {}): Questionnaire {
  const text = stringify({ kano: 1, product: 'P', ...content });
  return questionnaireOf(singleFileProduct(readDocument('shop.kano.yaml', text)), 'shop.kano.yaml', options);
}
