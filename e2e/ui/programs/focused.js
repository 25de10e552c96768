// In the page: what has the focus by the name that mark-reachable.js gave it, and whether that shows.
;(() => {
  const element = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  return { mark: element.dataset.reach ?? null, seen: outlineStyle !== 'none' && outlineWidth !== '0px' }
})()
