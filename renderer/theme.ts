import type {
  ActionIcon,
  Button,
  CSSVariablesResolver,
  Drawer,
  Input,
  MantineColorsTuple,
  MantineThemeOverride,
  Menu,
  Modal,
  Skeleton,
  Tooltip,
} from '@mantine/core';
import { t } from '../shared/language/words.ts';

/** The one accent: white text on shade 6 has a contrast of 5 : 1. */
const accent: MantineColorsTuple = [
  '#eef1fe',
  '#dde3fc',
  '#b9c4f7',
  '#94a4f2',
  '#7c8ef0',
  '#6075ea',
  '#4a5fdd',
  '#3f51c4',
  '#3543a5',
  '#2b3786',
];

/** Only for Delete and for Unrestricted. Shade 6 carries white text, shade 4 stands on the dark page. */
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#fadcda',
  '#f4b5b1',
  '#f08f89',
  '#f2827b',
  '#e2514a',
  '#c9302c',
  '#b22824',
  '#96211e',
  '#781b18',
];

/** Neutral with a touch of blue; 5 and 6 are readable as text on white. */
const gray: MantineColorsTuple = [
  '#f8f9fa',
  '#f2f3f5',
  '#e7e9ed',
  '#dadde3',
  '#c2c7cf',
  '#6d737e',
  '#5f656f',
  '#4a4f58',
  '#33373d',
  '#1d2024',
];

/** In Mantine's order: 0 is text, 2 dimmed text, 3 placeholder, 4 borders, 7 the page. */
const dark: MantineColorsTuple = [
  '#e4e6ea',
  '#b9bdc6',
  '#9da2ac',
  '#8c919c',
  '#3d4149',
  '#30343b',
  '#272a30',
  '#1c1e22',
  '#17191c',
  '#111315',
];

const systemFonts =
  'system-ui, -apple-system, "Segoe UI Variable Text", "Segoe UI", Cantarell, Ubuntu, "Noto Sans", sans-serif';
const monospaceFonts =
  'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Ubuntu Mono", "DejaVu Sans Mono", monospace';

const HOVER = 'light-dark(var(--mantine-color-gray-2), var(--mantine-color-dark-4))';
const QUIET = 'light-dark(var(--mantine-color-gray-7), var(--mantine-color-dark-1))';
const quietButton = { '--button-hover': HOVER, '--button-color': QUIET } as const;

const quick = { transition: 'fade', duration: 100 } as const;

/** What a component may be given by the theme: its type alone, so that the theme loads no component. */
type Themed<Component extends { extend: (part: never) => unknown }> = Parameters<Component['extend']>[0];

/** Dense and native: 13 px text, 30 px controls, short fades, nothing that moves the page behind a dialog. */
export const theme: MantineThemeOverride = {
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  colors: { accent, red, gray, dark },
  black: '#1d2024',
  fontFamily: systemFonts,
  fontFamilyMonospace: monospaceFonts,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily: systemFonts,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.125rem', lineHeight: '1.35' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.45' },
      h4: { fontSize: '0.8125rem', lineHeight: '1.45' },
      h5: { fontSize: '0.8125rem', lineHeight: '1.45' },
      h6: { fontSize: '0.8125rem', lineHeight: '1.45' },
    },
  },
  focusRing: 'auto',
  cursorType: 'default',
  respectReducedMotion: true,
  components: {
    Button: {
      styles: { label: { fontWeight: 500 } },
      vars: (_theme, { size = 'sm', variant, color }) => ({
        root: {
          ...(variant === 'subtle' && color === 'gray' ? quietButton : {}),
          ...(size === 'sm'
            ? { '--button-height': '30px', '--button-padding-x': '12px', '--button-fz': '0.8125rem' }
            : size === 'xs'
              ? { '--button-height': '26px', '--button-padding-x': '10px', '--button-fz': '0.75rem' }
              : {}),
        },
      }),
    } satisfies Themed<typeof Button>,
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', size: 26 },
      vars: (_theme, { variant }) => ({
        root: variant === 'subtle' ? { '--ai-hover': HOVER, '--ai-color': QUIET } : {},
      }),
    } satisfies Themed<typeof ActionIcon>,
    Input: {
      vars: (_theme, { size = 'sm' }) => ({
        wrapper:
          size === 'sm'
            ? { '--input-height': '30px', '--input-fz': '0.8125rem', '--input-padding': '10px' }
            : {},
      }),
    } satisfies Themed<typeof Input>,
    InputWrapper: {
      styles: { label: { marginBottom: 4 }, error: { marginTop: 4 }, description: { marginTop: 4 } },
    } satisfies Themed<(typeof Input)['Wrapper']>,
    Modal: {
      defaultProps: {
        centered: true,
        // The page itself never scrolls, so there is nothing to lock (and no style tag to be injected for it).
        lockScroll: false,
        transitionProps: quick,
        overlayProps: { backgroundOpacity: 0.4 },
        closeButtonProps: { 'aria-label': t('common.close'), size: 26 },
        radius: 'lg',
        padding: 24,
      },
      styles: { title: { fontWeight: 600, fontSize: '0.9375rem' } },
    } satisfies Themed<typeof Modal>,
    Drawer: {
      defaultProps: {
        position: 'right',
        lockScroll: false,
        transitionProps: { transition: 'slide-left', duration: 140 },
        overlayProps: { backgroundOpacity: 0.2 },
        closeButtonProps: { 'aria-label': t('common.close'), size: 26 },
        radius: 0,
        padding: 'lg',
      },
    } satisfies Themed<typeof Drawer>,
    // In a dialog the header is no banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } } satisfies Themed<(typeof Modal)['Header']>,
    DrawerHeader: { defaultProps: { role: 'presentation' } } satisfies Themed<(typeof Drawer)['Header']>,
    Menu: {
      defaultProps: {
        // Beside what it belongs to, and so within its landmark.
        withinPortal: false,
        transitionProps: { transition: 'fade', duration: 60 },
        shadow: 'md',
        radius: 'md',
        // A menu may only hold items; the focus goes to the first of them.
        withInitialFocusPlaceholder: false,
      },
      styles: {
        // Its focus stays within the menu, and off the words above it.
        item: { paddingBlock: 5, paddingInline: 8, outlineOffset: -2 },
        label: { fontWeight: 400, paddingBottom: 8 },
      },
    } satisfies Themed<typeof Menu>,
    Tooltip: {
      defaultProps: {
        openDelay: 500,
        transitionProps: quick,
        events: { hover: true, focus: true, touch: false },
        fz: 'xs',
      },
    } satisfies Themed<typeof Tooltip>,
    Skeleton: { defaultProps: { radius: 'sm' } } satisfies Themed<typeof Skeleton>,
  },
};

/** An error is told in amber: red is for Delete and for Unrestricted. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-error': '#855600' },
  dark: { '--mantine-color-error': '#e5b84b' },
});
