import { Button, Group, Text } from '@mantine/core';

interface SuggestionsProps {
  texts: readonly string[];
  /** What stands in the field; it is not offered again. */
  current: string;
  onPick: (text: string) => void;
}

/** Usual wordings that one tap puts into the field. */
export function Suggestions({ texts, current, onPick }: SuggestionsProps) {
  const offered = texts.filter((text) => !current.includes(text));
  if (offered.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        Hay gặp, chọn để thay nội dung:
      </Text>
      <Group gap="xs">
        {offered.map((text) => (
          <Button key={text} variant="default" size="compact-md" onClick={() => onPick(text)} styles={WRAPPED}>
            {text}
          </Button>
        ))}
      </Group>
    </div>
  );
}

/** A whole sentence must be readable on a phone. */
const WRAPPED = {
  root: { height: 'auto', paddingBlock: 4 },
  label: { whiteSpace: 'normal', textAlign: 'left' },
} as const;
