import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ReadNoticesDto, type NoticeCountView, type NoticesView } from '@kiemtra/shared/reminders';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { NoticesService } from './notices.service.js';

@Controller('notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @Permit('notices.read')
  list(@CurrentAccess() access: Access): Promise<NoticesView> {
    return this.notices.list(access);
  }

  @Get('count')
  @Permit('notices.read')
  count(@CurrentAccess() access: Access): Promise<NoticeCountView> {
    return this.notices.count(access);
  }

  @Post('read')
  @HttpCode(204)
  @Permit('notices.read')
  async markRead(@CurrentAccess() access: Access, @Body() body: ReadNoticesDto): Promise<void> {
    await this.notices.markRead(access, body);
  }
}
