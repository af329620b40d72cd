import { Injectable } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Config } from '../config/config.js';

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Mail by the server that the configuration names; without one nothing is sent. */
@Injectable()
export class Mail {
  private transporter: Transporter | null = null;

  constructor(private readonly config: Config) {}

  get isOn(): boolean {
    return this.config.SMTP_URL !== null;
  }

  /** Hands the letter over; throws when the server does not say that it has it. */
  async send(letter: Letter): Promise<void> {
    // Loaded with the first letter: most servers send none.
    const { createTransport } = await import('nodemailer');
    this.transporter ??= createTransport(this.config.SMTP_URL ?? '');
    await this.transporter.sendMail({ from: this.config.MAIL_FROM ?? '', textEncoding: 'base64', ...letter });
  }
}

/** True when the letter is certainly not under way: the server said no, or was not reached. A line that broke says nothing. */
export function isRefusedMail(error: unknown): boolean {
  const { responseCode, syscall, code } = error as { responseCode?: number; syscall?: string; code?: string };
  return responseCode !== undefined || syscall === 'connect' || code === 'EDNS';
}
