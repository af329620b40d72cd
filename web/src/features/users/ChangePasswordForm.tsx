import { Button, Group, Text } from '@mantine/core';
import { ChangePasswordDto, PASSWORD_MIN } from '@kiemtra/shared/users';
import { useState } from 'react';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { useChangePassword } from './users.queries.js';

/** A new password; every other session ends. */
export function ChangePasswordForm() {
  const change = useChangePassword();
  const password = useDtoForm(ChangePasswordDto, { currentPassword: '', newPassword: '' });
  const [isChanged, setIsChanged] = useState(false);

  const send = async (body: ChangePasswordDto) => {
    setIsChanged(false);
    await change.mutateAsync(body);
    password.form.reset();
    setIsChanged(true);
  };

  return (
    <DtoFormFrame of={password} onSend={send}>
      <TextField
        {...password.field('currentPassword')}
        label="Mật khẩu hiện tại"
        type="password"
        autoComplete="current-password"
      />
      <TextField
        {...password.field('newPassword')}
        label="Mật khẩu mới"
        description={`Ít nhất ${PASSWORD_MIN} ký tự; nên dùng một câu dài mà chỉ anh/chị biết.`}
        type="password"
        autoComplete="new-password"
      />
      <Group>
        <Button type="submit" loading={password.isSending}>
          Đổi mật khẩu
        </Button>
        {isChanged && <Text role="status">Đã đổi mật khẩu. Các phiên khác đã kết thúc.</Text>}
      </Group>
    </DtoFormFrame>
  );
}
