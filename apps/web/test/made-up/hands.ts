/** Presses the element as a reader does, or this key on it. */
export const fireOn = (element: Element, key?: string): void => {
  if (key !== undefined) {
    pressKey(element, key)
    return
  }
  if (element.getAttribute('role') === 'slider') {
    pressKey(element, 'End')
    return
  }
  if (element instanceof HTMLSelectElement) {
    chooseNext(element)
    return
  }
  const options = { bubbles: true, cancelable: true, button: 0, pointerType: 'mouse' }
  element.dispatchEvent(new PointerEvent('pointerdown', options))
  element.dispatchEvent(new MouseEvent('mousedown', options))
  element.dispatchEvent(new PointerEvent('pointerup', options))
  element.dispatchEvent(new MouseEvent('mouseup', options))
  if (element instanceof HTMLElement) element.click()
}

export const pointAt = (element: HTMLElement): void => {
  for (const type of ['pointerover', 'pointerenter', 'pointermove', 'mouseover'])
    element.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'mouse' }))
  element.focus()
}

const pressKey = (element: Element, key: string): void => {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

const chooseNext = (select: HTMLSelectElement): void => {
  setValue(select, select.options[(select.selectedIndex + 1) % select.options.length]?.value ?? '')
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

export const typeInto = (field: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
  setValue(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

// React hears only of values that were set past its own setter.
const setValue = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void => {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')
  own?.set?.call(field, value)
}
