// SCREEN in JSON logic, by the programs' ids.

import { advancedManufacturing } from './advanced-manufacturing.mjs'
import { changshaSme } from './changsha-sme.mjs'
import { lowAltitude } from './low-altitude.mjs'
import { shuimogou } from './shuimogou.mjs'

export const SCREEN = { ...lowAltitude, ...changshaSme, ...shuimogou, ...advancedManufacturing }
