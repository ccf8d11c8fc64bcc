"""Working days: Monday to Friday without the holidays and with the make-up days of the workbook's calendar."""
import datetime

SATURDAY = 5


class WorkingDays:
    def __init__(self, calendar):
        self.holidays = set(calendar.get("holidays", []))
        self.workdays = set(calendar.get("workdays", []))

    def is_worked(self, day):
        if str(day) in self.workdays:
            return True
        return day.weekday() < SATURDAY and str(day) not in self.holidays

    def after(self, day, count):
        """The `count`-th working day after `day`: "each step counts from the day it was handed over, that day not
        counted"."""
        while count:
            day += datetime.timedelta(days=1)
            count -= self.is_worked(day)
        return day
