/**
 * Content-Security-Policy of a page (CSP level 3): nothing but our own files, scripts and style elements only with
 * this request's nonce or loaded by such a script.
 */
export const contentSecurityPolicy = (nonce: string, { development }: { development: boolean }): string =>
  Object.entries({
    'default-src': "'none'",
    // Development tools of React and Next evaluate text; a build does not.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self'",
    'style-src-elem': `'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Rows of long tables and floating panels are placed by style attributes; those can load and run nothing.
    'style-src-attr': "'unsafe-inline'",
    'connect-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'manifest-src': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'object-src': "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
