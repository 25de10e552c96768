/** What is said to answer items must have some. */
export const demandItems = (answer: unknown): AsyncIterable<unknown> => {
  if (isIterable(answer)) return answer
  throw new TypeError('the answer has no items')
}

const isIterable = (answer: unknown): answer is AsyncIterable<unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
