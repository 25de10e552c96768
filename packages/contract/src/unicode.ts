/**
 * False for text with a noncharacter (U+FDD0 to U+FDEF, and the last two of each plane, such as U+FFFE) or half a
 * surrogate pair. systemd takes neither for UTF-8 (utf8_is_valid()) and then ignores the whole EnvironmentFile=,
 * and refuses the unit.
 */
export const isUnicodeText = (text: string): boolean =>
  !/[\p{Noncharacter_Code_Point}\p{Surrogate}]/u.test(text)
