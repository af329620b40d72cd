import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ListHolidaysDto, SetHolidayDto, type HolidayView } from '@kiemtra/shared/calendar';
import { Permit } from '../platform/http/route.js';
import { presentHoliday } from './calendar.presenter.js';
import { CalendarService } from './calendar.service.js';

@Controller('holidays')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @Permit('calendar.read')
  async list(@Query() { year }: ListHolidaysDto): Promise<HolidayView[]> {
    return (await this.calendar.listYear(year)).map(presentHoliday);
  }

  @Put(':date')
  @HttpCode(204)
  @Permit('calendar.manage')
  async set(@Param('date') date: string, @Body() body: SetHolidayDto): Promise<void> {
    await this.calendar.set(date, body);
  }

  @Delete(':date')
  @HttpCode(204)
  @Permit('calendar.manage')
  async remove(@Param('date') date: string): Promise<void> {
    await this.calendar.remove(date);
  }
}
