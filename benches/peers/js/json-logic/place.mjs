// Places by their GB/T 2260 codes.

import { equals, field } from './words.mjs'

const between = (low, place, high) => ({ '<=': [low, field(place), high] })

/** Whether what a field names lies in 湖南省. */
export const inHunan = (place) => between(430000, place, 439999)

export const inChangsha = between(430100, 'region', 430199)

export const inShuimogou = equals(field('region'), 650105)
