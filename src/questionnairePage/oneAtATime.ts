/**
 * Shows one section of the form at a time, if the respondent wishes: on a phone, a long page hides how far the end is. The last section has the
 * button that saves. Gives a function that shows the section of an element before it gets the focus.
 */
export function offerOneAtATime(form: HTMLFormElement): (inside: Element) => void {
  const cards = [...form.querySelectorAll<HTMLElement>('.card')];
  const toggle = form.querySelector<HTMLButtonElement>('#one-at-a-time');
  const back = form.querySelector<HTMLButtonElement>('#back');
  const next = form.querySelector<HTMLButtonElement>('#next');
  const submit = form.querySelector<HTMLButtonElement>('[type=submit]');
  if (!toggle || !back || !next || !submit || cards.length < 2) return () => {};
  let current = 0;
  toggle.hidden = false;

  toggle.addEventListener('click', () => {
    form.classList.toggle('one-at-a-time');
    update();
  });
  back.addEventListener('click', () => step(-1));
  next.addEventListener('click', () => step(1));

  return (inside) => {
    const index = cards.findIndex((card) => card.contains(inside));
    if (index === -1) return;
    current = index;
    update();
  };

  function step(by: number): void {
    current = Math.min(Math.max(current + by, 0), cards.length - 1);
    update();
    const heading = cards[current]?.querySelector('h2');
    if (!heading) return;
    // So that the next Tab goes to the first answer, and a screen reader says where it is.
    heading.tabIndex = -1;
    heading.focus();
    heading.scrollIntoView({ block: 'start' });
  }

  function update(): void {
    const isOn = form.classList.contains('one-at-a-time');
    toggle?.setAttribute('aria-pressed', String(isOn));
    for (const [index, card] of cards.entries()) card.classList.toggle('current', index === current);
    const isLast = current === cards.length - 1;
    if (back) back.hidden = !isOn || current === 0;
    if (next) next.hidden = !isOn || isLast;
    if (submit) submit.hidden = isOn && !isLast;
  }
}
