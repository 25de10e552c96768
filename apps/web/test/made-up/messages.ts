import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import { messages as real } from '../../messages/index.ts'
import { write } from './letters.ts'

type Tree = { readonly [key: string]: string | Tree }

const writeTree = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? writeMessage(value) : writeTree(value),
    ]),
  )

/** Only what the message itself says: a value that it is given stays as it comes. */
const writeMessage = (message: string): string =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- parser and printer know one enum by two ways
  printAST(parse(message).map(writeElement))

const writeOptions = <Option extends { value: MessageFormatElement[] }>(
  options: Record<string, Option>,
): Record<string, Option> =>
  Object.fromEntries(
    Object.entries(options).map(([choice, option]) => [
      choice,
      { ...option, value: option.value.map(writeElement) },
    ]),
  )

const writeElement = (element: MessageFormatElement): MessageFormatElement => {
  switch (element.type) {
    case TYPE.literal:
      return { ...element, value: write(element.value) }
    case TYPE.tag:
      return { ...element, children: element.children.map(writeElement) }
    case TYPE.select:
      return { ...element, options: writeOptions(element.options) }
    case TYPE.plural:
      return { ...element, options: writeOptions(element.options) }
    default:
      return element
  }
}

/** All messages in the made-up language, which takes the place of German. */
export const messages = writeTree(real.de) as (typeof real)['de']
