import { paths } from '../paths.ts'

/** What every tenant's program is told, whatever its specification; `%i` or the name stands for `instance`. */
export const constantEnvironment = (instance: string): string => `Environment=PILOT_TENANT=${instance}
Environment=PGHOST=${paths.postgresSockets} PGDATABASE=${instance} PGUSER=${instance}
Environment=DATABASE_URL=postgresql:///${instance}?host=${paths.postgresSockets}
`

/** How a tenant's program starts and stops, in both scopes. */
export const lifeCycle = `# Its start counts as done once the program itself runs, so a missing file is a failed start.
Type=exec
# SIGTERM to the program alone, so that it can finish what it does; then SIGKILL to all that is left.
KillMode=mixed
TimeoutStartSec=60
TimeoutStopSec=30
# 128 + SIGTERM, as shells and the JVM report an orderly stop.
SuccessExitStatus=143
`
