/** Facts about the machine, for `check`. */
export interface Machine {
  /** The absolute path of a program on PATH. */
  which(program: string): Promise<string | undefined>
  kernel(): Promise<string>
  hostname(): Promise<string>
  /** MemTotal and MemAvailable of proc_meminfo(5), bytes. */
  memory(): Promise<{ readonly total: number; readonly available: number }>
  /** Controllers in cgroup.controllers of the cgroup2 mount; undefined where there is no cgroup2. */
  cgroupControllers(): Promise<readonly string[] | undefined>
  /** Options of the cgroup2 mount, such as `favordynmods`. */
  cgroupMountOptions(): Promise<readonly string[]>
  /** True where a TCP connection to this loopback port is accepted. */
  tcpListens(port: number): Promise<boolean>
}
