import { expect, it } from 'vitest'
import { debianAddress, parseDeb822, parseOneLine } from '../host/mirror.ts'

it('finds the archive among updates and security in deb822 sources', () => {
  const sources = parseDeb822(`Types: deb
URIs: http://security.example/debian-security
Suites: bookworm-security
Components: main

Types: deb deb-src
# a comment
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
`)
  expect(debianAddress(sources)).toBe('http://mirror.example/debian')
})

it('leaves out sources that are switched off, and those of source packages', () => {
  const off = 'Types: deb\nEnabled: no\nURIs: http://off.example/debian\nSuites: trixie\n'
  const source = 'Types: deb-src\nURIs: http://src.example/debian\nSuites: trixie\n'
  expect(parseDeb822(`${off}\n${source}`)).toEqual([])
})

it('finds the archive in one-line sources with options', () => {
  const sources = parseOneLine(`# deb http://old.example/debian bookworm main
deb-src http://src.example/debian bookworm main
deb http://mirror.example/debian bookworm-updates main
deb [arch=amd64 signed-by=/usr/share/keyrings/x.gpg] http://mirror.example/debian bookworm main contrib
`)
  expect(debianAddress(sources)).toBe('http://mirror.example/debian')
})

it('takes no other distribution for Debian', () => {
  expect(debianAddress(parseOneLine('deb http://archive.example/ubuntu noble main'))).toBeUndefined()
})
