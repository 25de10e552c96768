import { execa } from 'execa'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Host } from '../../host/index.ts'
import { connectGuestAgent } from './guest-agent.ts'
import { slowHost, type Disk } from './disk.ts'

/** A whole machine with a kernel of its own, and so with every control group controller. */
export type VirtualMachine = Pick<Host, 'exec' | 'run'> & AsyncDisposable

/**
 * Boots it and waits until systemd has started everything: a minute or two, because every instruction is translated
 * (it runs where there is no KVM, too). What it prints is in `serial.log` beside its disk.
 */
export const bootVirtualMachine = async ({ image, kernel, initrd }: Disk): Promise<VirtualMachine> => {
  const socket = join(slowHost.directory, 'agent.sock')
  const console = join(slowHost.directory, 'serial.log')
  // It ends with us, whatever ends us; and it is nice, as it takes whatever it gets.
  const machine = execa(
    'setpriv',
    [
      '--pdeathsig',
      'KILL',
      'nice',
      'qemu-system-x86_64',
      '-machine',
      'q35',
      '-accel',
      'tcg,thread=multi',
      '-cpu',
      'max',
      '-smp',
      '2',
      '-m',
      '2048',
      '-nic',
      'none',
      '-display',
      'none',
      '-no-reboot',
      '-serial',
      `file:${console}`,
      '-kernel',
      kernel,
      '-initrd',
      initrd,
      '-append',
      'root=/dev/vda rw console=ttyS0 mitigations=off',
      '-drive',
      `file=${image},format=raw,if=virtio,cache=unsafe`,
      '-device',
      'virtio-serial',
      '-chardev',
      `socket,path=${socket},server=on,wait=off,id=agent`,
      '-device',
      'virtserialport,chardev=agent,name=org.qemu.guest_agent.0',
    ],
    { reject: false, stdin: 'ignore', all: true },
  )
  let ended: string | undefined
  void machine.then(({ all }) => (ended = all))
  const deadline = Date.now() + 600_000
  try {
    while (!existsSync(socket)) {
      if (ended !== undefined) throw new Error(`qemu ended: ${ended}`)
      await pause(100)
    }
    const agent = await connectGuestAgent(socket, deadline)
    const run: Host['run'] = async (argv, options) => {
      const { exitCode, stdout, stderr } = await agent.exec(argv, options)
      if (exitCode !== 0) throw new Error(`${argv.join(' ')} exited with ${exitCode}\n${stdout}${stderr}`)
      return stdout
    }
    await agent.exec(['systemctl', 'is-system-running', '--wait'])
    return {
      exec: agent.exec,
      run,
      [Symbol.asyncDispose]: async () => {
        await agent[Symbol.asyncDispose]()
        machine.kill('SIGKILL')
        await machine
      },
    }
  } catch (error) {
    machine.kill('SIGKILL')
    await machine
    const printed = await readFile(console, 'utf8').catch(() => '')
    throw new Error(`The virtual machine did not start; the end of its console:\n${printed.slice(-2000)}`, {
      cause: error,
    })
  }
}
