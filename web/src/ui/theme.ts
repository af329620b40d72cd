import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent. Shade 8 on white and white on shade 8 have a contrast of 8.5:1. */
const deepBlue: MantineColorsTuple = [
  '#eff4fa',
  '#dbe6f3',
  '#b3cbe7',
  '#8fb4de',
  '#7aa8dc',
  '#4a80c0',
  '#2f68ae',
  '#24599f',
  '#17498a',
  '#0e3468',
];

/** The dark grounds and the texts on them, from text (0) to the deepest ground (9). */
const dark: MantineColorsTuple = [
  '#e4e7eb',
  '#b4bbc4',
  '#9aa3ae',
  '#7c8691',
  '#4a515a',
  '#333941',
  '#23282e',
  '#181b1f',
  '#131619',
  '#0e1013',
];

export const theme = createTheme({
  primaryColor: 'deepBlue',
  primaryShade: { light: 8, dark: 7 },
  colors: { deepBlue, dark },
  white: '#ffffff',
  black: '#16191d',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.2rem', lineHeight: '1.35' },
      h3: { fontSize: '1.05rem', lineHeight: '1.4' },
    },
  },
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Đóng' } } },
    Badge: { defaultProps: { variant: 'light' } },
  },
});

/** Texts of second rank keep 7:1, placeholders and errors 4.5:1, borders of inputs 3:1, on both grounds. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': 'var(--k-tone-late)',
    '--mantine-color-dimmed': '#4a525c',
    '--mantine-color-placeholder': '#646d78',
    '--mantine-color-default-border': '#858e99',
  },
  dark: {
    '--mantine-color-error': 'var(--k-tone-late)',
    '--mantine-color-text': '#e4e7eb',
    '--mantine-color-dimmed': '#b4bbc4',
    '--mantine-color-placeholder': '#9aa3ae',
    '--mantine-color-default-border': '#707a85',
    '--mantine-color-anchor': '#9cc3f0',
  },
});
