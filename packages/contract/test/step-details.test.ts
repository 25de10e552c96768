import { expect, test } from 'vitest'
import { Drift, speak, StepDetail } from '../src/index.ts'

const subject = { kind: 'path', name: '/srv/shop' } as const
const unit = 'pilot@shop.socket'

const drifts: { [Code in Drift['code']]?: readonly [Omit<Extract<Drift, { code: Code }>, 'code'>, string] } =
  {
    'not-there': [{}, 'is missing'],
    'not-wished': [{}, 'is no longer wished'],
    mode: [{ found: '0755', wished: '0700' }, 'mode 0755 instead of 0700'],
    owner: [{ found: 0, wished: 7 }, 'owner 0 instead of 7'],
    group: [{ found: 0, wished: 7 }, 'group 0 instead of 7'],
    text: [{}, 'its text differs'],
    'empty-directory': [{}, 'an empty directory is left'],
    'points-to': [{ target: null }, 'points to nothing'],
    'leads-to': [{ target: '/run/a.sock' }, 'leads to /run/a.sock'],
    'only-group': [{}, 'only its group is there'],
    load: [{ unit, load: 'masked' }, 'pilot@shop.socket is masked'],
    'not-reread': [{ unit }, 'systemd has not read the files of pilot@shop.socket again'],
    active: [{ active: 'failed' }, 'is failed'],
    limit: [{ name: 'MemoryMax', found: 134_217_728, wished: 268_435_456 }, 'memory is 128M, wished is 256M'],
    'socket-kind': [{ path: '/run/a.sock', kind: 'directory' }, '/run/a.sock is a directory'],
    'socket-missing': [{ path: '/run/a.sock' }, '/run/a.sock is missing'],
    'socket-group': [
      { path: '/run/a.sock', found: 0, wished: 7 },
      '/run/a.sock has the group 0 instead of 7',
    ],
    'still-lingers': [{}, 'it lingers, though suspended'],
    'still-active': [
      { unit: 'user@7.service', active: 'active' },
      'user@7.service is active, though suspended',
    ],
    'still-processes': [{ count: 2 }, 'it has 2 processes, though suspended'],
    'still-runs': [{ unit }, 'pilot@shop.socket runs, though suspended'],
    'still-there': [{ path: '/run/a.sock' }, '/run/a.sock is there, though suspended'],
    'still-opens-at-boot': [{}, 'opens at boot, though suspended'],
    'no-login': [{}, 'cannot log in'],
    'connection-limit': [{ found: 5, wished: 10 }, 'connection limit 5 instead of 10'],
    'no-member': [{ role: 'pilot_tenants' }, 'is no member of pilot_tenants'],
    superuser: [{}, 'is a superuser'],
    'creates-roles': [{}, 'may create roles'],
    'creates-databases': [{}, 'may create databases'],
    'not-open': [{}, 'is not open yet'],
    'public-connects': [{}, 'PUBLIC may connect'],
    borrowed: [{}, 'pilot is still a member of its owner'],
  }

test.each(Object.entries(drifts))(
  'the drift %s is told behind the name of its thing',
  (code, [args, said]) => {
    const drift = Drift.parse({ code, ...args })
    expect(speak.stepDetail({ code: 'differs', subject, drift })).toBe(`/srv/shop: ${said}`)
  },
)

test.each([
  ['CPUQuotaPerSecUSec', 500_000, null, 'processor time is 50% of one core, wished is unlimited'],
  ['TasksMax', null, 32, 'the number of tasks is unlimited, wished is 32'],
] as const)('the limit %s is told in the units of people', (name, found, wished, said) => {
  const drift = { code: 'limit', name, found, wished } as const
  expect(speak.stepDetail({ code: 'differs', subject, drift })).toBe(`/srv/shop: ${said}`)
})

test.each([
  ['path', '/srv/shop'],
  ['units', '/srv/shop'],
  ['domain', '/srv/shop'],
  ['account', 'account /srv/shop'],
  ['manager', 'systemd manager of /srv/shop'],
  ['role', 'role /srv/shop'],
  ['database', 'database /srv/shop'],
  ['limits', 'limits of /srv/shop'],
  ['caddy-routes', "Pilot's route in Caddy (/srv/shop)"],
] as const)('a thing of the kind %s has a name for people', (kind, said) => {
  expect(speak.stepDetail({ code: 'missing', subject: { kind, name: '/srv/shop' } })).toBe(
    `${said} is missing`,
  )
})

type Code = Exclude<StepDetail['code'], 'missing' | 'differs'>

const details: { [Each in Code]?: readonly [Omit<Extract<StepDetail, { code: Each }>, 'code'>, string] } = {
  foreign: [{ kind: 'role', name: 'shop' }, 'the role shop was not made by Pilot and stays as it is'],
  'not-there-afterwards': [{}, 'it was made but is not there'],
  'foreign-meanwhile': [{ kind: 'role', name: 'shop' }, 'somebody else made the role shop meanwhile'],
  'unit-did-not-start': [
    { unit, tenant: 'shop', result: 'failed' },
    'pilot@shop.socket did not start (failed); "pilot logs shop" shows why',
  ],
  'unit-did-not-stop': [
    { unit, tenant: 'shop', result: 'timeout' },
    'pilot@shop.socket did not stop (timeout); "pilot logs shop" shows why',
  ],
  'nothing-there': [{}, 'nothing is there'],
  'domains-lead-nowhere': [{ domains: ['a.example', 'b.example'] }, 'a.example, b.example lead nowhere'],
  'socket-closes': [{ unit }, 'pilot@shop.socket is closed and its program stopped'],
  'units-go': [{ tenant: 'shop' }, 'the unit files of shop and its environment go'],
  'database-goes': [{ database: 'shop' }, 'the database shop goes with all it holds'],
  'database-kept': [{ database: 'shop' }, 'the database shop is kept, its role cannot log in'],
  'account-goes': [
    { account: 'shop', uid: 7, filesKept: true },
    'the account shop goes; its uid 7 is not given out again while its files are kept',
  ],
  'files-go': [{ path: '/srv/shop' }, 'all files in /srv/shop go'],
  'files-kept': [{ path: '/srv/shop' }, '/srv/shop is kept, owned by root'],
  'in-state': [{ tenant: 'shop', state: 'asleep', effect: null }, 'shop is asleep already'],
}

test('the uid of an account whose files go too is kept from nobody', () => {
  const detail = { code: 'account-goes', account: 'shop', uid: 7, filesKept: false } as const
  expect(speak.stepDetail(detail)).toBe('the account shop goes, and its uid 7 becomes free')
})

test.each(Object.entries(details))('the detail %s is one clause', (code, [args, said]) => {
  expect(speak.stepDetail(StepDetail.parse({ code, ...args }))).toBe(said)
})
