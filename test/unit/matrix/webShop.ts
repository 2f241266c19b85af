import { rivalOf } from '../../../src/analysis/ambiguity.ts';
import { categorise } from '../../../src/analysis/categoryRules.ts';
import { coefficients } from '../../../src/analysis/coefficients.ts';
import { total } from '../../../src/analysis/counts.ts';
import { type Category, type Counts, categories } from '../../../src/document/format/model.ts';
import type { MatrixPoint } from '../../../src/matrix/matrixPoint.ts';

/** An invented survey of an invented web shop: id, title and the counts of M, O, A, I, R, Q. */
const answers: readonly (readonly [string, string, readonly [number, number, number, number, number, number]])[] = [
  ['accurate-description', 'Description matches the product', [61, 22, 4, 10, 1, 2]],
  ['delivery-on-time', 'Delivery on the promised day', [58, 27, 3, 9, 1, 2]],
  ['secure-payment', 'Payment that cannot be intercepted', [66, 20, 2, 10, 0, 2]],
  ['easy-returns', 'Returns without a phone call', [44, 33, 8, 13, 0, 2]],
  ['stock-shown', 'Stock shown before ordering', [49, 24, 9, 15, 1, 2]],
  ['order-tracking', 'Order tracking', [35, 38, 14, 11, 0, 2]],
  ['free-shipping', 'Free shipping over 30 €', [14, 52, 24, 8, 0, 2]],
  ['discounts', 'Discounts for regular customers', [9, 48, 28, 12, 1, 2]],
  ['fast-search', 'Search results under a second', [18, 47, 17, 15, 0, 3]],
  ['many-payments', 'All usual ways to pay', [27, 41, 12, 18, 0, 2]],
  ['reviews', 'Reviews by verified buyers', [15, 39, 27, 16, 1, 2]],
  ['mobile-checkout', 'Checkout with one hand on the phone', [17, 38, 25, 17, 1, 2]],
  ['size-advice', 'Size advice', [8, 26, 41, 22, 1, 2]],
  ['recommendations', 'Recommendations', [3, 12, 46, 31, 6, 2]],
  ['virtual-try-on', 'Virtual try-on', [1, 8, 58, 24, 6, 3]],
  ['gift-wrapping', 'Gift wrapping with a handwritten card', [2, 10, 52, 34, 1, 1]],
  ['repair-service', 'Repair service', [4, 17, 54, 22, 1, 2]],
  ['same-day', 'Same-day delivery in big cities', [3, 21, 51, 22, 1, 2]],
  ['wish-list', 'Wish list to share', [5, 11, 36, 45, 1, 2]],
  ['dark-mode', 'Dark mode', [2, 6, 29, 60, 1, 2]],
  ['customer-magazine', 'Customer magazine', [1, 3, 16, 71, 7, 2]],
  ['product-videos', 'Product videos', [4, 13, 33, 46, 2, 2]],
  ['chat-bot', 'Chat bot on every page', [2, 4, 13, 31, 47, 3]],
  ['autoplay', 'Videos that start by themselves', [1, 2, 6, 19, 69, 3]],
  ['no-account', 'No account needed', [16, 14, 12, 15, 8, 35]],
];

/** The survey as points, in the order of `answers`; ranked M, O, A, I, then Q, then R, as the build order has it. */
export function webShop(): MatrixPoint[] {
  const unranked = answers.map(([id, title, counts]) => point(id, title, countsOf(counts)));
  const order = [...unranked].sort((a, b) => importance(b) - importance(a));
  return unranked.map((each) => ({ ...each, rank: order.indexOf(each) + 1 }));
}

function countsOf(numbers: readonly number[]): Counts {
  return Object.fromEntries(categories.map((category, index) => [category, numbers[index] ?? 0])) as Counts;
}

function point(id: string, title: string, counts: Counts): MatrixPoint {
  const { better, worse, betterInterval, worseInterval } = coefficients(counts);
  return {
    key: `shop.kano.yaml#${id}`,
    id,
    title,
    category: categorise(counts, 'mode', 0.06),
    rival: rivalOf(counts, 'mode', 0.06),
    assumed: false,
    better: better ?? 0,
    worse: worse ?? 0,
    betterInterval,
    worseInterval,
    continuous: null,
    n: total(counts),
    importance: null,
    effort: null,
    before: null,
    rank: null,
  };
}

const order: readonly (Category | null)[] = ['R', 'Q', null, 'I', 'A', 'O', 'M'];

function importance({ category, better, worse }: MatrixPoint): number {
  const [gain, loss] = [better ?? 0, -(worse ?? 0)];
  const value = category === 'M' ? loss : category === 'A' ? gain : Math.max(gain, loss);
  return order.indexOf(category) * 2 + value;
}
