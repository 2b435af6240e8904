// 水政办〔2018〕66号

import { inShuimogou } from './place.mjs'
import { field, isNew, not, paid } from './words.mjs'

const recognised = [inShuimogou, field('high_tech_enterprise'), isNew(field('hnte_year'), field('year'))]

export const shuimogou = {
  'shuimogou-giant-award': paid([inShuimogou, field('shuimogou.giant_named')], 100_000),
  'shuimogou-hnte-new': paid([...recognised, field('hnte_first')], 200_000),
  'shuimogou-hnte-renewed': paid([...recognised, not(field('hnte_first'))], 50_000),
  'shuimogou-national-labs': paid(
    [inShuimogou, field('shuimogou.national_lab')],
    { '*': [field('labs'), 200_000] },
  ),
}
