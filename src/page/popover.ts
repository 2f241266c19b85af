import { html, type TemplateResult } from 'lit-html';

/** A button and the controls that it opens. The browser closes them on Escape and on a click elsewhere, and leads the Tab key from the button into them. */
export function popoverView(id: string, label: string, content: unknown, isInUse = false): TemplateResult {
  return html`<button type="button" class=${isInUse ? 'button chosen' : 'button'} id="${id}-button" popovertarget=${id}>
      ${label}<span aria-hidden="true"> ▾</span>
    </button>
    <div class="popover" id=${id} popover role="group" aria-labelledby="${id}-button" @beforetoggle=${placeBelowButton}>${content}</div>`;
}

/** Below its button, at the side of it that leaves more room. */
function placeBelowButton({ currentTarget }: Event): void {
  const popover = currentTarget as HTMLElement;
  const button = document.getElementById(`${popover.id}-button`)?.getBoundingClientRect();
  if (!button) return;
  const isLeft = button.left + button.right < innerWidth;
  const top = button.bottom + 4;
  Object.assign(popover.style, {
    top: `${top}px`,
    left: isLeft ? `${Math.max(button.left, 8)}px` : 'auto',
    right: isLeft ? 'auto' : `${Math.max(document.documentElement.clientWidth - button.right, 8)}px`,
    maxHeight: `calc(100vh - ${top + 8}px)`,
  });
}
