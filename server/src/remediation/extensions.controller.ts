import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  AskExtensionDto,
  GrantExtensionDto,
  RefuseExtensionDto,
  type RecipientView,
} from '@kiemtra/shared/remediation';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { ExtensionsService } from './extensions.service.js';
import { RemediationService } from './remediation.service.js';

@Controller('request-recipients/:recipientId')
export class ExtensionsController {
  constructor(
    private readonly extensions: ExtensionsService,
    private readonly remediation: RemediationService,
  ) {}

  @Post('ask-extension')
  @HttpCode(200)
  @Permit('remediation.answer')
  async ask(
    @CurrentAccess() access: Access,
    @Param('recipientId') recipientId: string,
    @Body() body: AskExtensionDto,
  ): Promise<RecipientView> {
    await this.extensions.ask(access, recipientId, body);
    return this.remediation.getRecipient(access, recipientId);
  }

  @Post('grant-extension')
  @HttpCode(200)
  @Permit('remediation.decide')
  async grant(
    @CurrentAccess() access: Access,
    @Param('recipientId') recipientId: string,
    @Body() body: GrantExtensionDto,
  ): Promise<RecipientView> {
    await this.extensions.grant(access, recipientId, body);
    return this.remediation.getRecipient(access, recipientId);
  }

  @Post('refuse-extension')
  @HttpCode(200)
  @Permit('remediation.decide')
  async refuse(
    @CurrentAccess() access: Access,
    @Param('recipientId') recipientId: string,
    @Body() body: RefuseExtensionDto,
  ): Promise<RecipientView> {
    await this.extensions.refuse(access, recipientId, body);
    return this.remediation.getRecipient(access, recipientId);
  }
}
