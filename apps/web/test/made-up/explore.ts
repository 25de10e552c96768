import { fireOn, pointAt, typeInto } from './hands.ts'
import type { OpenPage } from './open-page.ts'

const pressable = [
  'button',
  'summary',
  'select',
  'input[type=checkbox]',
  'input[type=radio]',
  '[role^=menuitem]',
  '[role=option]',
  '[role=checkbox]',
  '[role=slider]',
].join()

/** Enough for every page; a page on which pressing leads to ever new buttons is a fault of the test. */
const mostWays = 300

interface Exploration {
  /** Called after each press. */
  readonly look: (pressed: string) => void
  /** What is typed into an empty field of this label before; left out, nothing. */
  readonly type?: ((label: string) => string) | undefined
  /** Left out, nothing; else what has this label, or all: each once, and what lies on top first. */
  readonly press?: string | undefined
  /** Begins with what stands last: what is pressed first may change what is there afterwards. */
  readonly backwards?: boolean
}

/** Uses a page as somebody would who tries everything. */
export const explore = async (
  page: OpenPage,
  { look, type, press, backwards = false }: Exploration,
): Promise<void> => {
  await fillIn(page, type)
  look('it is filled in')
  if (press === undefined) {
    await pointAtEach(page, look)
    return
  }
  const known = new Set<string>()
  // Last in, first out: what a button has opened is tried before the next button. Each is a way there from the page.
  const ways: (readonly string[])[] = []
  const notice = (way: readonly string[]): void => {
    const names = pressables().map(nameOf)
    for (const name of backwards ? names : names.reverse()) {
      const key = [way[0], titleOf(topmost()), name].join(' > ')
      if (known.has(key) || (press !== 'all' && !name.includes(` ${press} `))) continue
      known.add(key)
      ways.push([...way, name])
    }
  }
  notice([])
  if (ways.length === 0 && press !== 'all') throw new Error(`there is no button ${press}`)
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    if (known.size > mostWays) throw new Error(`ever new buttons, such as ${way.join(' > ')}`)
    await closeAll(page)
    for (const name of way) {
      await fillIn(page, type)
      const element = pressables().find((each) => nameOf(each) === name)
      // What was pressed before has taken it away.
      if (element === undefined) break
      await page.after(() => fireOn(element))
      look(way.join(' > '))
    }
    // Some can be pressed only then, such as what asks for a name to be typed first.
    await fillIn(page, type)
    if (press === 'all') notice(topmost() === document.body ? [] : way)
  }
}

/** What only shows where a pointer rests, or the focus is. */
const pointAtEach = async (page: OpenPage, look: Exploration['look']): Promise<void> => {
  for (const element of document.querySelectorAll<HTMLElement>(`${pressable}, [tabindex="0"]`)) {
    await page.after(() => pointAt(element))
    look(`the focus is on ${nameOf(element)}`)
  }
}

const closeAll = async (page: OpenPage): Promise<void> => {
  for (let tries = 0; topmost() !== document.body; tries += 1) {
    if (tries > 5) throw new Error(`${topmost().textContent} does not close`)
    await page.after(() => fireOn(document.activeElement ?? document.body, 'Escape'))
  }
}

const fillIn = async (page: OpenPage, type: Exploration['type']): Promise<void> => {
  const fields = type === undefined ? [] : emptyFields()
  if (type === undefined || fields.length === 0) return
  await page.after(() => {
    for (const field of fields) typeInto(field, field.type === 'number' ? '3' : type(labelOf(field)))
  })
}

/** What stands around every page is tried on the first one. */
const pressables = (): HTMLElement[] =>
  [...topmost().querySelectorAll<HTMLElement>(pressable)].filter(
    (element) => isEnabled(element) && (location.pathname === '/' || !isAround(element)),
  )

/** True in the rail, which has the way to each page; a page has a header of its own. */
const isAround = (element: Element): boolean =>
  element.closest('header') !== null && element.closest('main') === null

/** The dialog or menu that lies over the page, else the page. */
const topmost = (): Element =>
  [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')].at(-1) ?? document.body

const emptyFields = (): (HTMLInputElement | HTMLTextAreaElement)[] =>
  [
    ...topmost().querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'textarea, input:not([type=checkbox], [type=radio], [type=file])',
    ),
  ].filter((field) => field.value === '')

const titleOf = (element: Element): string =>
  (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')

const labelOf = (field: HTMLInputElement | HTMLTextAreaElement): string =>
  field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? ''

const isEnabled = (element: HTMLElement): boolean =>
  !element.hasAttribute('disabled') && !element.hasAttribute('data-disabled')

const nameOf = (element: HTMLElement): string =>
  [
    topmost().getAttribute('role') ?? 'page',
    element.tagName,
    element.getAttribute('aria-label') ?? element.textContent,
    element.getAttribute('name') ?? '',
    element.getAttribute('value') ?? '',
    '',
  ].join(' ')
