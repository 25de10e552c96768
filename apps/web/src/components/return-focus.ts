/**
 * For a dialog that is opened by state: gives the focus back to what had it before. Radix does so only for a
 * `Trigger` of its own.
 */
export const returnFocus = {
  onCloseAutoFocus: (event: Event): void => {
    event.preventDefault()
    opener?.focus()
  },
}

let opener: HTMLElement | null = null

// When a dialog tells that it opens, a field in it may have the focus already; so the focus is followed before.
const follow = ({ target }: FocusEvent): void => {
  if (!(target instanceof HTMLElement) || target.closest(passing) !== null) return
  opener = lastingPart(target)
}

const passing = '[role=dialog], [role=alertdialog], [data-radix-focus-guard]'

// An item goes with its menu; the button that opened the menu stays.
const lastingPart = (element: HTMLElement): HTMLElement | null => {
  const trigger = element.closest('[role=menu]')?.getAttribute('aria-labelledby')
  return trigger == null ? element : document.getElementById(trigger)
}

if (typeof document !== 'undefined') document.addEventListener('focusin', follow)
