import type { ComparisonMethod } from '../facts/comparison-method.ts'
import { comparisonFault } from './comparison-fault.ts'
import { say, type Sentences } from './sentences.ts'

/** Whole sentences. */
export const comparisonMethod: Sentences<ComparisonMethod> = {
  'same-program': () =>
    'Every variant runs the same program: an HTTP server of some 20 lines (compared-app.mjs) on the Node of the package. It uses no database, because a container has no peer that PostgreSQL could know.',
  'one-after-another': () =>
    'The variants are measured one after another, each from nothing to nothing, and what was there before does not count.',
  'whole-tenants': () =>
    'A tenant is whole: Linux account, database, units, socket and route. Tenants asleep have never been awake when their memory is measured.',
  'own-image': () =>
    "A container's image holds this machine's own Node, the libraries that ldd names and the program, imported from a tar; no registry is asked. It runs with the engine's default network and a port published on 127.0.0.1.",
  'plain-process': () => 'A plain process runs as nobody and listens on a Unix socket, as a tenant does.',
  pss: () =>
    'Memory is PSS (smaps_rollup): a page that several processes share counts for each by its share. Node is one file for tenants and plain processes, so they share its pages also with what else runs on it here.',
  counted: () =>
    'Counted are the program, its helpers (user manager and (sd-pam), conmon or shim, what carries the ports), the growth of the PSS of daemons that serve all, and the growth of that of PID 1. Kernel memory is told (slab), and not counted.',
  'first-of-a-kind': () =>
    'What PID 1 needs for the first of a kind is most of what it needs for a few: for tenants asleep, 30 and more tell more than 3.',
  quiet: () =>
    'Memory is read when MemAvailable has moved by less than 1 MiB in a second, or after 3 s; "noise" is by how much it moved in the second before the first was made.',
  creating: () =>
    'Creating is, for tenants, the call to the agent; for containers, the run command until it returns; for plain processes, from the start of the program to its first answer.',
  'first-byte': ({ starts }) =>
    `The first byte is timed from the request: to the tenant's own listening socket where the tenant is asleep; for a stopped container, while "start" runs, asked again each millisecond until it answers; for a plain process, from its start. n = ${starts} each, in turn over all that were made; then the same again with all running.`,
  rested: ({ milliseconds }) =>
    `Between a complete stop and the next start ${milliseconds} ms pass, because a start right after a stop is quicker than one that a visitor meets.`,

  'host-network': ({ engine, fault }, forms) =>
    `${engine}: on the network of the host, because a published port did not work here (${say(comparisonFault, fault, forms)}); with one it needs more.`,
  'podman-without-keyring': () =>
    'podman: without a kernel keyring for each container, because this machine refuses it.',
  'podman-without-pids': () =>
    'podman: without a limit of processes, because this machine has no pids controller to hold it.',
  'podman-copies-image': () =>
    'podman: overlayfs does not work here, so each container has its own copy of the image and shares none of its pages; elsewhere it needs less.',
  'podman-image-in-memory': () =>
    'podman: its image is in memory (tmpfs), because overlayfs does not work on the disk of /var/lib/pilot.',
  told: ({ text }) => text,
}
