import { type CSSVariablesResolver, createTheme, type VariantColorsResolver } from '@mantine/core';

/** Colours come from theme.css: Mantine only gets names. `red` is critical, `orange` warning, `green` good. */
const tones = { blue: 'accent', red: 'critical', orange: 'warning', green: 'good' } as const;

const toneOf = (color: string | undefined): string =>
  (tones as Record<string, string>)[color ?? 'blue'] ?? 'accent';

const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const tone = toneOf(color);
  const soft = `var(--${tone}-soft)`;
  switch (variant) {
    case 'filled':
      return {
        background: `var(--${tone})`,
        hover: tone === 'accent' ? 'var(--accent-hover)' : `var(--${tone})`,
        color: 'var(--on-accent)',
        border: '1px solid transparent',
      };
    case 'light':
      return { background: soft, hover: soft, color: `var(--${tone})`, border: '1px solid transparent' };
    case 'outline':
      return {
        background: 'transparent',
        hover: soft,
        color: `var(--${tone})`,
        border: `1px solid var(--${tone})`,
      };
    case 'subtle':
      return {
        background: 'transparent',
        hover: soft,
        color: `var(--${tone})`,
        border: '1px solid transparent',
      };
    default:
      return {
        background: 'var(--raised)',
        hover: 'var(--accent-soft)',
        color: 'var(--text)',
        border: '1px solid var(--line)',
      };
  }
};

const shared = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--dim)',
  '--mantine-color-placeholder': 'var(--dim)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--accent-soft)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-error': 'var(--critical)',
  '--mantine-color-disabled': 'var(--raised)',
  '--mantine-color-disabled-color': 'var(--dim)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-blue-filled': 'var(--accent)',
  '--mantine-color-blue-light': 'var(--accent-soft)',
  '--mantine-color-red-filled': 'var(--critical)',
  '--mantine-color-red-light': 'var(--critical-soft)',
  '--mantine-color-orange-filled': 'var(--warning)',
  '--mantine-color-orange-light': 'var(--warning-soft)',
  '--mantine-color-green-filled': 'var(--good)',
  '--mantine-color-green-light': 'var(--good-soft)',
};

/** Mantine's own variables pointed at the desk's tokens; borders of controls reach 3:1. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--mantine-font-weight-medium': '500' },
  light: {
    ...shared,
    '--mantine-color-gray-1': 'var(--page)',
    '--mantine-color-gray-2': 'var(--line)',
    '--mantine-color-gray-3': 'var(--line)',
    '--mantine-color-gray-4': 'var(--line-strong)',
    '--mantine-color-gray-6': 'var(--dim)',
  },
  dark: {
    ...shared,
    '--mantine-color-dark-2': 'var(--dim)',
    '--mantine-color-dark-4': 'var(--line-strong)',
    '--mantine-color-dark-5': 'var(--line)',
    '--mantine-color-dark-6': 'var(--raised)',
    '--mantine-color-dark-7': 'var(--surface)',
    '--mantine-color-dark-8': 'var(--page)',
  },
});

const medium = { defaultProps: { size: 'md' } };
/** An error under a field is read out at once, and a label keeps its place when it appears. */
const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
const input = { defaultProps: { size: 'md', errorProps: { role: 'alert' }, inputWrapperOrder: order } };

/** Thin enough that the clocks below stay legible. */
const veil = { backgroundOpacity: 0.35, color: 'var(--shade)' };

/** A closed list is not in the page: two things with one name would confuse readers. */
const combobox = { keepMounted: false, shadow: 'none', transitionProps: { duration: 0 } };

/** Sizes of the desk: body 16, secondary 14, nothing smaller; lines instead of shadows. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  primaryColor: 'blue',
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  fontSizes: { xs: '14px', sm: '14px', md: '16px', lg: '18px', xl: '20px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '700',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' } },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default', fw: 500, px: 13 } },
    TextInput: input,
    PasswordInput: input,
    NumberInput: input,
    Textarea: { defaultProps: { ...input.defaultProps, autosize: true, minRows: 2, maxRows: 12 } },
    Select: {
      defaultProps: { ...input.defaultProps, comboboxProps: combobox },
    },
    MultiSelect: { defaultProps: { ...input.defaultProps, comboboxProps: combobox } },
    Autocomplete: { defaultProps: { ...input.defaultProps, comboboxProps: combobox } },
    Checkbox: medium,
    Radio: medium,
    Switch: medium,
    PinInput: medium,
    SegmentedControl: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: {
        overlayProps: veil,
        centered: true,
        transitionProps: { duration: 0 },
        closeButtonProps: { size: 'lg' },
      },
    },
    Drawer: {
      defaultProps: {
        overlayProps: veil,
        position: 'right',
        transitionProps: { duration: 0 },
        closeButtonProps: { size: 'lg' },
      },
    },
    Popover: { defaultProps: { shadow: 'none', transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
    Notification: { defaultProps: { withBorder: true } },
    Menu: { defaultProps: { shadow: 'none', transitionProps: { duration: 0 } } },
  },
});
