/**
 * A line as it can be shown: control characters, which would move the cursor of a terminal or turn the direction of
 * the text, become visible signs (Unicode Control Pictures, U+2400), and a tab stays a tab.
 */
export const visibleText = (text: string): string =>
  text.replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    if (code === 0x7f) return '\u2421'
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })

// C0 without tab, C1, and what turns or hides text: bidirectional controls, zero-width characters, separators.
const hidden =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu
