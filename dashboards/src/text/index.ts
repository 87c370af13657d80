import { common } from './common'
import { course } from './course'
import { designer } from './designer'
import { facilitator } from './facilitator'
import { operator } from './operator'
import { signin } from './signin'

/** Every word of the pages, so that they can be translated in one place. */
export const text = { ...common, ...course, ...signin, designer, facilitator, operator }
