import { TextInput, type TextInputProps } from '@mantine/core';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string;
  onChange: (pin: string) => void;
  /** Called with the sixth digit, so that switching takes no extra key. */
  onComplete?: (pin: string) => void;
};

/** Six digits, never shown and never kept by the browser. */
export function PinField({ value, onChange, onComplete, label = 'PIN', ...rest }: Props) {
  return (
    <TextInput
      type="password"
      label={label}
      value={value}
      inputMode="numeric"
      maxLength={6}
      autoComplete="off"
      onChange={(event) => {
        const pin = event.currentTarget.value.normalize('NFKC').replace(/\D/g, '').slice(0, 6);
        onChange(pin);
        if (pin.length === 6 && pin !== value) onComplete?.(pin);
      }}
      {...rest}
    />
  );
}
