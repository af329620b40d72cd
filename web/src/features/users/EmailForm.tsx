import { Button, Group, Text } from '@mantine/core';
import { SetEmailDto } from '@kiemtra/shared/users';
import { useState } from 'react';
import { useMe } from '../../api/me.js';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { useSetEmail } from './users.queries.js';

/** Where the daily digest goes; empty for nowhere. */
export function EmailForm() {
  const me = useMe();
  const set = useSetEmail();
  const email = useDtoForm(SetEmailDto, { email: me.email ?? '' });
  const [isSet, setIsSet] = useState(false);

  const send = async (body: SetEmailDto) => {
    setIsSet(false);
    await set.mutateAsync(body);
    setIsSet(true);
  };

  return (
    <DtoFormFrame of={email} onSend={send}>
      <TextField
        {...email.field('email')}
        label="Địa chỉ thư điện tử"
        description="Nhận thư nhắc việc, mỗi ngày nhiều nhất một thư; để trống thì không nhận."
        autoComplete="email"
      />
      <Group>
        <Button type="submit" loading={email.isSending}>
          Lưu địa chỉ
        </Button>
        {isSet && <Text role="status">Đã lưu địa chỉ.</Text>}
      </Group>
    </DtoFormFrame>
  );
}
