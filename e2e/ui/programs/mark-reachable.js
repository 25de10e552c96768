// In the page: marks what can be operated with a name, and tells the names. Of a group of choices one takes the
// focus, the arrow keys do the rest.
;(() =>
  [
    ...document.querySelectorAll(
      'a[href], button, input, select, textarea, summary, [role=button], [role=checkbox], [role=switch], [tabindex="0"]',
    ),
  ]
    .filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'),
    )
    .filter((element) => element.tabIndex >= 0 && !element.matches('[type=radio]:not(:checked)'))
    .filter((element) => element.closest('nextjs-portal, [aria-hidden=true]') === null)
    .map((element, index) => {
      element.dataset.reach = `${index} ${element.tagName} ${element.textContent.trim().slice(0, 40)}`
      return element.dataset.reach
    }))()
