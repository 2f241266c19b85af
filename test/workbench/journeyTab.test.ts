import { expect, test } from 'vitest';
import { filesOfText, openBarePage } from './pages/barePage.ts';
import { chooseFilter } from './pages/panel.ts';

const shop = `kano: 1
product: Shop
personas: [{ id: guest, name: Guest }, { id: member, name: Member }]
stages: [{ id: buy, name: Buy }]
touchpoints:
  - id: till
    name: Checkout
    stage: buy
    activities: [operations]
    referral: true
    emotions: [{ date: 2026-03-31, value: -2, persona: guest }, { date: 2026-09-30, value: -1, persona: guest }, { date: 2026-09-30, value: 2, persona: member }]
    pains: [long forms, { id: account, pain: an account is required, persona: guest }, { id: points, pain: points expire, persona: member }]
  - { id: club, name: Club, stage: buy, personas: [member] }
valueChain:
  - { activity: outbound-logistics, owner: "@logistics", bottlenecks: [{ id: carrier, bottleneck: one carrier only }, { id: box, bottleneck: one box only }] }
features:
  - { id: box, title: Two boxes, status: shipped, shipped: 2026-06-01, relieves: [box] }
  - { id: pay, title: Pay, touchpoints: [till], evidence: [{ source: reviews, complaints: 7, persona: guest }] }
`;

test('the journey tab follows the chosen persona, and shows what hurts behind the scenes', async () => {
  const { page, errors } = await openBarePage(await filesOfText(shop, { language: 'en' }));
  await page.getByRole('tab', { name: 'Touchpoints' }).click();
  const till = page.locator('.touchpoint', { hasText: 'Checkout' });
  const textOf = async () => (await till.locator('.quiet').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
  await expect
    .poll(textOf)
    .toEqual([
      'Emotion +0.5',
      '♥ Customers can recommend us from here: fix first',
      'Guest 2026-03-31 −2 → 2026-09-30 −1Member 2026-09-30 +2',
      'What hurts: long forms; an account is required (Guest); points expire (Member)',
      '7 complaints, 0 compliments, 0 neutral',
    ]);
  await chooseFilter(page, 'Persona', '=guest');
  await expect
    .poll(textOf)
    .toEqual([
      'Emotion −1 (+1)',
      '♥ Customers can recommend us from here: fix first',
      'Guest 2026-03-31 −2 → 2026-09-30 −1',
      'What hurts: long forms; an account is required',
      '7 complaints, 0 compliments, 0 neutral',
    ]);
  expect(await page.locator('.touchpoint').count()).toBe(1);
  await page.getByText('Guest does not pass: Club').waitFor();

  await page.getByRole('button', { name: 'Value chain' }).click();
  const logistics = page.locator('.value-chain tr', { hasText: 'Outbound logistics' });
  await logistics.getByText('@logistics').waitFor();
  await logistics.getByText('What hurts: one carrier only').waitFor();
  await logistics.getByText('✓ Relieved: one box only (2026-06-01)').waitFor();
  await page.locator('.value-chain tr', { hasText: 'Operations' }).getByText('♥ fix first').waitFor();
  expect(errors).toEqual([]);
});
