// The programs of SCREEN, in the order in which the cases give what is due.

export const PROGRAMS = [
  'general-aviation-hours',
  'light-sport-sorties',
  'landing-sites',
  'new-aircraft-routes',
  'little-giant-loan-interest',
  'little-giant-rd',
  'national-little-giant-reward',
  'single-champion-product',
  'china-quality-award',
  'shuimogou-giant-award',
  'shuimogou-hnte-new',
  'shuimogou-hnte-renewed',
  'shuimogou-national-labs',
  'major-project-loan-interest',
]
