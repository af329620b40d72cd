import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  ActivateDto,
  ChangePasswordDto,
  LoginDto,
  SetEmailDto,
  type MeView,
  type SessionView,
} from '@kiemtra/shared/users';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clearSessionCookie, setSessionCookie } from '../platform/auth/session-cookie.js';
import { Sessions, type OpenedSession } from '../platform/auth/sessions.js';
import { Config } from '../platform/config/config.js';
import { CurrentAccess, Permit, Public, type Access } from '../platform/http/route.js';
import { AuthService, type Origin } from './auth.service.js';
import { MeService } from './me.service.js';
import { presentSession } from './users.presenter.js';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly me: MeService,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  async login(
    @Body() body: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    return this.enter(await this.auth.login(body, originOf(request)), request, reply);
  }

  @Post('activate')
  @HttpCode(200)
  @Public()
  async activate(
    @Body() body: ActivateDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    return this.enter(await this.auth.activate(body, originOf(request)), request, reply);
  }

  @Post('logout')
  @HttpCode(204)
  @Permit('self.manage')
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.logout();
    clearSessionCookie(request, reply, this.config);
  }

  @Get('me')
  @Permit('self.manage')
  getMe(): Promise<MeView> {
    return this.me.get();
  }

  @Post('password')
  @HttpCode(204)
  @Permit('self.manage')
  async changePassword(@Body() body: ChangePasswordDto): Promise<void> {
    await this.auth.changePassword(body);
  }

  @Put('email')
  @HttpCode(204)
  @Permit('self.manage')
  async setEmail(@Body() body: SetEmailDto): Promise<void> {
    await this.me.setEmail(body);
  }

  @Get('sessions')
  @Permit('self.manage')
  async listSessions(@CurrentAccess() caller: Access): Promise<SessionView[]> {
    return (await this.sessions.list(caller.accountId)).map((row) => presentSession(row, caller));
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @Permit('self.manage')
  async endSession(@Param('sessionId') sessionId: string): Promise<void> {
    if (!(await this.auth.endSession(sessionId))) throw new Problem(kernelProblems.notFound);
  }

  private enter(session: OpenedSession, request: FastifyRequest, reply: FastifyReply): Promise<MeView> {
    setSessionCookie(request, reply, this.config, session);
    return this.me.get();
  }
}

function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, device: request.headers['user-agent'] ?? '' };
}
