import assert from 'node:assert/strict'
import type { UnitChange, UnitsSeen } from '../ports/systemd.ts'
import { UnitFailed } from '../ports/systemd.ts'
import { rootDirectory, rootFile } from './suite.ts'
import type { Contract } from './suite.ts'

const template = '/etc/systemd/system/pilot-contract@.service'
const socketTemplate = '/etc/systemd/system/pilot-contract@.socket'
const service = 'pilot-contract@a.service'
const socket = 'pilot-contract@a.socket'
const dropIns = `/etc/systemd/system/${service}.d`

export const systemdContract: Contract = ({ describe, it }, { systemd, files, processes }) => {
  describe('systemd', () => {
    it('tells a unit that does not exist as not-found', async () => {
      const found = await systemd.inspect('pilot-contract-none.service')
      assert.equal(found.load, 'not-found')
      assert.equal(found.active, 'inactive')
      await assert.rejects(systemd.start('pilot-contract-none.service'), isFailure('not-found'))
      await systemd.stop('pilot-contract-none.service')
      await systemd.resetFailed('pilot-contract-none.service')
    })

    it('starts a new instance of a new template without a reload', async () => {
      await files.write(
        template,
        unit('Test %i', 'Type=exec\nUser=nobody\nExecStart=/bin/sleep 1000'),
        rootFile,
      )
      await files.write(
        socketTemplate,
        `[Socket]\nListenStream=/run/pilot-contract/%i.sock\nRemoveOnStop=yes\n`,
        rootFile,
      )
      await files.makeDirectory(dropIns, rootDirectory)
      await files.write(`${dropIns}/50-pilot.conf`, '[Service]\nUser=root\n', rootFile)
      await systemd.start(service)
      const found = await systemd.inspect(service)
      assert.equal(found.active, 'active')
      assert.equal(found.sub, 'running')
      assert.equal(found.description, 'Test a')
      assert.equal(found.fragmentPath, template)
      assert.deepEqual(found.dropInPaths, [`${dropIns}/50-pilot.conf`])
      assert.equal(found.needsReload, false)
      assert.ok((found.stateChangedAt ?? 0) > Date.UTC(2025))
    })

    it('tells who runs it, and no limits where none are set', async () => {
      const { result, mainPid, user, memoryMax, cpuQuotaPerSecond, exitStatus } =
        await systemd.inspectService(service)
      assert.deepEqual(
        [result, user, memoryMax, cpuQuotaPerSecond, exitStatus],
        ['success', 'root', null, null, null],
      )
      assert.ok((await processes.ofUid(0)).some(({ pid }) => pid === mainPid))
    })

    it('sets limits at once, keeps them in a drop-in, and takes them back', async () => {
      await systemd.setProperties(service, {
        MemoryMax: 102_400_000,
        CPUQuotaPerSecUSec: 500_000,
        TasksMax: 20,
      })
      const limited = await systemd.inspectService(service)
      assert.deepEqual(
        [limited.memoryMax, limited.cpuQuotaPerSecond, limited.tasksMax],
        [102_400_000, 500_000, 20],
      )
      assert.ok((await files.list(`/etc/systemd/system.control/${service}.d`)).includes('50-MemoryMax.conf'))
      await systemd.setProperties(service, { MemoryMax: null, CPUQuotaPerSecUSec: null })
      const { memoryMax, cpuQuotaPerSecond } = await systemd.inspectService(service)
      assert.deepEqual([memoryMax, cpuQuotaPerSecond], [null, null])
    })

    it('says that a changed file needs a reload, until it is reloaded', async () => {
      await files.write(`${dropIns}/60-pilot.conf`, '[Unit]\nDescription=Changed\n', rootFile)
      assert.equal((await systemd.inspect(service)).needsReload, true)
      await Promise.all([systemd.reload(), systemd.reload(), systemd.reload()])
      const found = await systemd.inspect(service)
      assert.deepEqual([found.needsReload, found.description], [false, 'Changed'])
    })

    it('lists loaded units by glob', async () => {
      const names = (await systemd.list(['pilot-contract@*.service', 'pilot-none-*'])).map(({ name }) => name)
      assert.deepEqual(names, [service])
    })

    it('tells states and times of many by few calls, as it tells them one by one', async () => {
      const { load, active, sub, stateChangedAt } = await systemd.inspect(service)
      const states = await systemd.listStates(['pilot-contract@*.service', 'pilot-none-*'])
      assert.deepEqual(states, [{ name: service, load, active, sub }])
      assert.deepEqual([...(await systemd.changedAt(states))], [[service, stateChangedAt]])
    })

    it('shows properties by name', async () => {
      const shown = await systemd.show(service, ['User', 'Description', 'NoSuchProperty'])
      assert.deepEqual([shown.get('User'), shown.get('Description')], ['root', 'Changed'])
      assert.equal(shown.get('NoSuchProperty') ?? '', '')
    })

    it('stops when asked, twice without complaint', async () => {
      await systemd.stop(service)
      await systemd.stop(service)
      assert.equal((await systemd.inspect(service)).active, 'inactive')
      assert.equal((await systemd.inspectService(service)).mainPid, null)
    })

    it('opens a socket and takes it away', async () => {
      await systemd.start(socket)
      assert.equal((await files.inspect('/run/pilot-contract/a.sock'))?.kind, 'socket')
      assert.deepEqual(await systemd.inspectSocket(socket), { result: 'success' })
      await systemd.stop(socket)
      assert.equal(await files.inspect('/run/pilot-contract/a.sock'), undefined)
    })

    it('refuses to open a socket whose service runs, which stays as it is', async () => {
      await systemd.start(service)
      await assert.rejects(systemd.start(socket), isFailure('failed'))
      assert.equal((await systemd.inspect(service)).active, 'active')
      assert.equal(await files.inspect('/run/pilot-contract/a.sock'), undefined)
      await systemd.stop(service)
      await systemd.resetFailed(socket)
    })

    it('tells the present state first, then changes, until aborted', async () => {
      await systemd.start(socket)
      const stop = new AbortController()
      const changes: UnitChange[] = []
      for await (const change of systemd.watch('pilot-contract@*.service', stop.signal)) {
        changes.push(change)
        if (changes.length === 1) await systemd.start(service)
        if (change.active === 'active') stop.abort()
      }
      assert.equal(changes[0]?.active, 'inactive')
      assert.equal(changes.at(-1)?.sub, 'running')
      await systemd.stop(socket)
      await systemd.stop(service)
    })

    it('tells what it finds as one, then each change with its time', async () => {
      await systemd.start(socket)
      const stop = new AbortController()
      const seen: UnitsSeen[] = []
      const patterns = ['pilot-contract@*.service', 'pilot-contract@*.socket']
      for await (const each of systemd.watchStates(patterns, stop.signal)) {
        seen.push(each)
        if (seen.length === 1) await systemd.start(service)
        if (each.event === 'changed' && each.unit.name === service && each.unit.active === 'active')
          stop.abort()
      }
      const [first, ...changes] = seen
      assert.ok(first?.event === 'found')
      assert.ok(first.units.some(({ name, active }) => name === socket && active === 'active'))
      const last = changes.at(-1)
      assert.ok(last?.event === 'changed')
      const { stateChangedAt } = await systemd.inspect(service)
      assert.equal(last.unit.stateChangedAt, stateChangedAt)
      await systemd.stop(socket)
      await systemd.stop(service)
    })

    it('knows no time of a service that never ran, also after a reload and when it is asked for', async () => {
      const other = 'pilot-contract@b.service'
      await files.makeDirectory(`/etc/systemd/system/${other}.d`, rootDirectory)
      await files.write(`/etc/systemd/system/${other}.d/50-pilot.conf`, '[Service]\nUser=root\n', rootFile)
      await systemd.start('pilot-contract@b.socket')
      await systemd.reload()
      const { stateChangedAt, ...found } = await systemd.inspect(other)
      assert.deepEqual([found.active, stateChangedAt], ['inactive', null])
      assert.deepEqual([...(await systemd.changedAt([found]))], [[other, null]])
      await systemd.start(other)
      await systemd.stop(other)
      const { stateChangedAt: ended } = await systemd.inspect(other)
      await systemd.reload()
      assert.ok(ended !== null)
      assert.equal((await systemd.inspect(other)).stateChangedAt, ended)
      await systemd.stop('pilot-contract@b.socket')
      await files.removeTree(`/etc/systemd/system/${other}.d`)
    })

    it('throws UnitFailed for a program that cannot start, and forgets the failure on request', async () => {
      await files.write(`${dropIns}/70-pilot.conf`, '[Service]\nUser=pilot-contract-none\n', rootFile)
      await systemd.reload()
      await assert.rejects(systemd.start(service), isFailure('failed'))
      const { active, stateChangedAt } = await systemd.inspect(service)
      assert.equal(active, 'failed')
      assert.ok((stateChangedAt ?? 0) > Date.UTC(2025))
      assert.equal((await systemd.inspectService(service)).result, 'exit-code')
      await systemd.resetFailed(service)
      assert.equal((await systemd.inspect(service)).active, 'inactive')
    })

    it('knows nothing of units whose files are gone after a reload', async () => {
      for (const path of [template, socketTemplate]) await files.remove(path)
      for (const path of [dropIns, `/etc/systemd/system.control/${service}.d`, '/run/pilot-contract'])
        await files.removeTree(path)
      await systemd.reload()
      assert.equal((await systemd.inspect(service)).load, 'not-found')
      assert.match(await systemd.version(), /^\d{3}/)
    })
  })
}

const unit = (description: string, settings: string): string =>
  `[Unit]\nDescription=${description}\n[Service]\n${settings}\n`

const isFailure =
  (result: string) =>
  (error: unknown): boolean =>
    error instanceof UnitFailed && error.result === result
