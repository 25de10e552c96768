import { unitNames } from '@pilot/render'
import type { World } from '@pilot/host/fake'
import type { Store } from '../src/store/index.ts'

/** Visitors come and go, programs wake, say something and fall asleep; `crasher` ends with a fault each time. */
export const live = (world: World, store: Store): void => {
  setInterval(() => {
    world.state.now = Math.max(world.state.now, Date.now())
  }, 100)
  setInterval(() => step(world, store), 1500)
}

const step = (world: World, store: Store): void => {
  const tenants = store.tenants.list()
  const tenant = tenants[Math.floor(Math.random() * tenants.length)]
  if (tenant === undefined) return
  const units = unitNames(tenant.spec.name, 'system')
  const service = world.unit(units.service)
  if (service?.active === 'active') {
    if (tenant.spec.name === 'crasher') world.endService(units.service, 'exit-code', 1)
    else world.endService(units.service)
    return
  }
  if (world.unit(units.socket)?.active !== 'active') return
  world.visit(units.socket)
  world.log({
    unit: units.service,
    identifier: 'user-rest-api',
    priority: Math.random() < 0.1 ? 4 : 6,
    message: `GET / 200 ${Math.round(Math.random() * 40)} ms`,
  })
}
