import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.js';
import { DailyReminders } from './daily-reminders.service.js';
import { DigestsService } from './digests.service.js';

/** A day that has begun is noticed this late at most. */
const ROUND_MS = 60_000;

/** Looks every minute whether a province has a day to be reminded of; also the first start after a day that was missed does. */
@Injectable()
export class ReminderWorker implements BeforeApplicationShutdown {
  private readonly log = new Logger('reminders');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private isRunning = false;

  constructor(
    private readonly jobs: Jobs,
    private readonly reminders: DailyReminders,
    private readonly digests: DigestsService,
  ) {}

  async start(): Promise<void> {
    await this.jobs.start();
    this.isRunning = true;
    this.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isRunning = false;
    clearTimeout(this.timer);
    await this.round;
  }

  private async look(): Promise<void> {
    const goesOn = () => this.isRunning;
    await this.reminders.run(goesOn);
    await this.digests.run(goesOn);
  }

  private begin(): void {
    this.round = this.look()
      .catch((error: unknown) => {
        // A database that is away; the next round finds everything.
        this.log.error(error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        if (this.isRunning) this.timer = setTimeout(() => this.begin(), ROUND_MS).unref();
      });
  }
}
