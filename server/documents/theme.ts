/**
 * Colour and type of everything Groundwork shows or prints. Pages, slides and PDF read
 * these; `web/ui/tokens.css` states them again for the browser and a test holds it to them.
 */
export const light = {
  paper: '#fbfaf6',
  card: '#ffffff',
  ink: '#1c2b33',
  inkQuiet: '#51626b',
  line: '#dcdfdb',
  lineStrong: '#8b9794',
  accent: '#0f5a5c',
  accentSoft: '#e3efee',
  onAccent: '#ffffff',
  focus: '#c2410c',
  need1: '#f4ead9',
  need2: '#ecc98f',
  need3: '#d99444',
  need4: '#a9561a',
  less1: '#d3e6e4',
  less2: '#9fcac7',
  onNeed: '#1c2b33',
  onNeed4: '#ffffff',
  good: '#2f6b4f',
} as const

export type Token = keyof typeof light

/** Designed, not inverted: the need ramp keeps its order of lightness against the paper. */
export const dark: Readonly<Record<Token, string>> = {
  paper: '#12191d',
  card: '#1a2328',
  ink: '#e9ece8',
  inkQuiet: '#a9b6b8',
  line: '#303c42',
  lineStrong: '#7d8c91',
  accent: '#7cc4c2',
  accentSoft: '#1f3335',
  onAccent: '#0c1a1b',
  focus: '#ff9a5c',
  need1: '#3a3226',
  need2: '#6b5330',
  need3: '#8f5f24',
  need4: '#f0b36b',
  less1: '#1f3f40',
  less2: '#2c6061',
  onNeed: '#f3efe7',
  onNeed4: '#1c1408',
  good: '#7fc4a0',
}

export const fonts = {
  text: 'Atkinson Hyperlegible Next',
  heading: 'Literata',
} as const
