'use client'

import { useEffect } from 'react'

/**
 * Asks before the page is left with changes that are not saved: when the window closes, and when a link of the page
 * is followed. The browser's back button is not asked, for it cannot be held.
 */
export const useLeaveGuard = (unsaved: boolean, question: string): void => {
  useEffect(() => {
    if (!unsaved) return
    const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault()
    const onClick = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (link === null || event.ctrlKey || event.metaKey || link.getAttribute('target') === '_blank') return
      if (window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onUnload)
    // Before the router sees the click.
    document.addEventListener('click', onClick, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, { capture: true })
    }
  }, [unsaved, question])
}
