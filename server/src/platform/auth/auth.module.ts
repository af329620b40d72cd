import { Global, Module } from '@nestjs/common';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { TryCounters } from './try-counters.js';

@Global()
@Module({ providers: [Passwords, Sessions, TryCounters], exports: [Passwords, Sessions, TryCounters] })
export class AuthModule {}
