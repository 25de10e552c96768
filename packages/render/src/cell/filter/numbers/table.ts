/**
 * What a table says: after a number the names of it and of those that follow.
 *
 * The tables have the calls that systemd 257 with libseccomp 2.6, of Debian 13, knows; to a program the others do not
 * exist. They were made of asm/unistd_64.h in Debian's linux-libc-dev 7.2.13-1, which has both architectures
 * (/usr/include/x86_64-linux-gnu and aarch64-linux-gnu):
 *
 *     awk '$2 ~ /^__NR_/ { print $3, substr($2, 6) }' unistd_64.h
 *
 * To renew them for a newer systemd, add what `systemd-analyze syscall-filter @known` has gained there, take its filters
 * anew (test/cell-filter/data), and let the test tell what differs.
 */
export const readTables = (...tables: readonly string[]): ReadonlyMap<string, number> =>
  new Map(tables.flatMap(readTable))

const readTable = (table: string): [string, number][] => {
  const calls: [string, number][] = []
  let number = 0
  for (const word of table.trim().split(/\s+/)) {
    if (/^\d+$/.test(word)) number = Number(word)
    else calls.push([word, number++])
  }
  return calls
}
