import type { HolidayView, SetHolidayDto } from '@kiemtra/shared/calendar';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

const calendarKeys = { holidays: ['calendar', 'holidays'] as const };

export const holidaysQuery = (year: number) =>
  queryOptions({
    queryKey: [...calendarKeys.holidays, year],
    queryFn: ({ signal }) => api.get<HolidayView[]>('/holidays', { query: { year }, signal }),
  });

function useHolidayMutation<Input>(change: (input: Input) => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: calendarKeys.holidays }),
  });
}

export const useSetHoliday = () =>
  useHolidayMutation(({ date, ...body }: SetHolidayDto & { date: CalendarDate }) =>
    api.put<void>(`/holidays/${date}`, body),
  );

export const useRemoveHoliday = () => useHolidayMutation((date: CalendarDate) => api.delete<void>(`/holidays/${date}`));
