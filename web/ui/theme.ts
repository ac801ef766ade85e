import { createTheme, type MantineThemeOverride } from '@mantine/core'

/** Sizes and defaults; colours are custom properties, so that one sheet holds them all. */
export const theme: MantineThemeOverride = createTheme({
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md', variant: 'filled' } },
    Alert: { defaultProps: { variant: 'outline' } },
  },
})
