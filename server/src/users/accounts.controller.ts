import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  CreateAccountDto,
  CreateUnitAccountsDto,
  IssueSlipsDto,
  ListAccountsDto,
  UpdateAccountDto,
  type AccountView,
  type ActivationSlipView,
} from '@kiemtra/shared/users';
import { Permit } from '../platform/http/route.js';
import { AccountsService } from './accounts.service.js';
import { presentAccount } from './users.presenter.js';

@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @Permit('accounts.read')
  async list(@Query() filter: ListAccountsDto): Promise<AccountView[]> {
    return (await this.accounts.list(filter)).map(presentAccount);
  }

  @Get(':accountId')
  @Permit('accounts.read')
  async get(@Param('accountId') accountId: string): Promise<AccountView> {
    return presentAccount(await this.accounts.getRow(accountId));
  }

  @Post()
  @Permit('accounts.manage')
  create(@Body() body: CreateAccountDto): Promise<ActivationSlipView> {
    return this.accounts.create(body);
  }

  @Post('batch')
  @Permit('accounts.manage')
  createForUnits(@Body() body: CreateUnitAccountsDto): Promise<ActivationSlipView[]> {
    return this.accounts.createForUnits(body);
  }

  @Post('slips')
  @Permit('accounts.manage')
  issueSlips(@Body() body: IssueSlipsDto): Promise<ActivationSlipView[]> {
    return this.accounts.issueSlips(body);
  }

  @Patch(':accountId')
  @HttpCode(204)
  @Permit('accounts.manage')
  async update(@Param('accountId') accountId: string, @Body() body: UpdateAccountDto): Promise<void> {
    await this.accounts.update(accountId, body);
  }

  @Post(':accountId/slip')
  @Permit('accounts.manage')
  issueSlip(@Param('accountId') accountId: string): Promise<ActivationSlipView> {
    return this.accounts.issueSlip(accountId);
  }

  @Post(':accountId/deactivate')
  @HttpCode(204)
  @Permit('accounts.manage')
  async deactivate(@Param('accountId') accountId: string): Promise<void> {
    await this.accounts.deactivate(accountId);
  }

  @Post(':accountId/reactivate')
  @HttpCode(204)
  @Permit('accounts.manage')
  async reactivate(@Param('accountId') accountId: string): Promise<void> {
    await this.accounts.reactivate(accountId);
  }
}
