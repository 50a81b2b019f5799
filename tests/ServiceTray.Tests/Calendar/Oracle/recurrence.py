#!/usr/bin/python3
"""Makes random series and records what python3-recurring-ical-events says of them.

recurrence.py COUNT SEED > record.ndjson      (apt: python3-recurring-ical-events)

Where that library and RFC 5545 part, the series is not made or the RFC's answer is written:
- a time that the clock shows twice is the first of the two (3.3.5); pytz takes the second;
- numbered and plain weekdays are not mixed, and a week's positions are only asked of whole weeks, where dateutil takes intersections and parts;
- no date is added on a day that the rule has: beyond a clock change the library takes one for two, or two for one, and where the rule's date of that day was moved it drops the added one instead;
- weekdays are numbered up to nine, since its reader drops a rule with more;
- UNTIL stands at the end of its day, since the comparison before the clock change is an hour off.
"""
import datetime as D
import json
import random
import sys
import zoneinfo

import icalendar
import recurring_ical_events

ZONE = zoneinfo.ZoneInfo("Europe/Helsinki")
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
MOST = 25


def rule(r, start, all_day):
    frequency = r.choice(["DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "MONTHLY", "YEARLY"])
    parts = ["FREQ=" + frequency]
    if r.random() < 0.4:
        parts.append("INTERVAL=%d" % r.choice([1, 2, 2, 3, 4, 5, 7, 13]))
    ending = r.random()
    if ending < 0.3:
        parts.append("COUNT=%d" % r.choice([1, 2, 3, 5, 10, 20, 30]))
    elif ending < 0.65:
        day = start.date() + D.timedelta(days=r.randint(0, 900))
        at = D.datetime(day.year, day.month, day.day, 23, 50, tzinfo=ZONE)
        parts.append("UNTIL=" + (day.strftime("%Y%m%d") if all_day else at.astimezone(D.timezone.utc).strftime("%Y%m%dT%H%M%SZ")))
    some = lambda values, most: sorted(r.sample(values, r.randint(1, most)))
    named = False
    if r.random() < 0.3:
        parts.append("BYMONTH=" + ",".join(map(str, some(range(1, 13), 4))))
        named = True
    if frequency in ("DAILY", "MONTHLY", "YEARLY") and r.random() < 0.3:
        parts.append("BYMONTHDAY=" + ",".join(map(str, some(list(range(1, 32)) + [-1, -2, -3, -10, -31], 4))))
        named = True
    if r.random() < {"DAILY": 0.3, "WEEKLY": 0.7, "MONTHLY": 0.6, "YEARLY": 0.4}[frequency]:
        days = r.sample(DAYS, r.randint(1, 4))
        if frequency in ("MONTHLY", "YEARLY") and r.random() < 0.6:
            furthest = 5 if frequency == "MONTHLY" or any(part.startswith("BYMONTH=") for part in parts) else 9
            days = ["%d%s" % (r.choice([1, 2, 3, 4, -1, -2, r.randint(1, furthest), -r.randint(1, furthest)]), day) for day in days]
        parts.append("BYDAY=" + ",".join(days))
        named = True
    week_start = r.choice(DAYS) if r.random() < 0.25 else "MO"
    if named and r.random() < 0.3 and (frequency in ("MONTHLY", "YEARLY") or (frequency == "WEEKLY" and start.weekday() == DAYS.index(week_start))):
        parts.append("BYSETPOS=" + ",".join(map(str, some([1, 2, 3, -1, -2], 2))))
    if week_start != "MO":
        parts.append("WKST=" + week_start)
    return ";".join(parts)


def written(date, all_day):
    return date.strftime("%Y%m%d") if all_day else date.strftime("%Y%m%dT%H%M%S")


def calendar(series):
    kind = ";VALUE=DATE:" if series["allDay"] else ";TZID=Europe/Helsinki:"
    write = lambda text: written(D.datetime.fromisoformat(text), series["allDay"])
    end = lambda text, minutes: (D.datetime.fromisoformat(text) + D.timedelta(minutes=minutes)).isoformat()
    # The length is told as a duration, which is exact over a clock change; whole days are days.
    length = lambda minutes: "DURATION:P%dD" % (minutes // 1440) if series["allDay"] else "DURATION:PT%dM" % minutes
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//recurrence//", "BEGIN:VEVENT", "UID:s", "DTSTAMP:20260101T000000Z",
             "DTSTART" + kind + write(series["start"]), length(series["minutes"])]
    if series["rule"]:
        lines.append("RRULE:" + series["rule"])
    lines += ["RDATE" + kind + write(date) for date in series["added"]]
    lines += ["EXDATE" + kind + write(date) for date in series["leftOut"]]
    lines.append("END:VEVENT")
    for change in series["changes"]:
        lines += ["BEGIN:VEVENT", "UID:s", "DTSTAMP:20260101T000000Z", "RECURRENCE-ID" + kind + write(change["at"]),
                  "DTSTART" + kind + write(change["starts"]), length(change["minutes"]), "STATUS:" + change["status"], "END:VEVENT"]
    return icalendar.Calendar.from_ical("\r\n".join(lines + ["END:VCALENDAR", ""]))


def dates(series, begin, end):
    found = []
    for event in recurring_ical_events.of(calendar(series)).between(begin - D.timedelta(days=40), end + D.timedelta(days=3)):
        start, stop = event["DTSTART"].dt, event["DTEND"].dt
        local = D.datetime(start.year, start.month, start.day) if series["allDay"] else start.replace(tzinfo=None)
        if series["allDay"]:
            first, last = local.replace(tzinfo=ZONE), D.datetime(stop.year, stop.month, stop.day, tzinfo=ZONE)
        else:
            first = local.replace(tzinfo=ZONE)
            last = first.astimezone(D.timezone.utc) + (stop - start)
        found.append((first.astimezone(D.timezone.utc), last.astimezone(D.timezone.utc), str(event.get("STATUS", "CONFIRMED")), local))
    return sorted(set(date for date in found if date[1] > begin and date[0] < end))


def series(r):
    all_day = r.random() < 0.15
    near_change = r.random() < 0.3
    day = D.date(2020, 1, 1) + D.timedelta(days=r.randint(0, 4500))
    if near_change:
        day = r.choice([D.date(2026, 3, 22), D.date(2026, 10, 18), D.date(2027, 3, 28), D.date(2027, 10, 31)]) + D.timedelta(days=r.randint(-3, 3))
    hour = 0 if all_day else r.choice([2, 3, 3, 4, 22, 23, 0] if near_change else range(0, 23))
    start = D.datetime(day.year, day.month, day.day, hour, 0 if all_day else r.choice([0, 15, 30]))
    made = {"start": start.isoformat(), "minutes": r.choice([1, 2, 3]) * 1440 if all_day else r.choice([30, 60, 90, 150, 480, 1500]),
            "allDay": all_day, "rule": rule(r, start, all_day) if r.random() < 0.95 else None, "added": [], "leftOut": [], "changes": []}
    begin = D.datetime(day.year, day.month, day.day, tzinfo=D.timezone.utc) + D.timedelta(days=r.choice([-5, 0, 0, 100, 700]))
    end = begin + D.timedelta(days=r.choice([60, 400, 1200]))
    shift = lambda: D.timedelta(days=r.randint(-3, 200), hours=0 if all_day else r.choice([0, 0, 2, 3]))
    if r.random() < 0.3 or made["rule"] is None:
        ruled = {date[3].date() for date in dates(made, begin, end)}
        made["added"] = sorted({date.isoformat() for date in (start + shift() for _ in range(r.randint(1, 4))) if date.date() not in ruled})
    planned = [date[3] for date in dates(made, begin, end)]
    if planned and r.random() < 0.4:
        made["leftOut"] = sorted({date.isoformat() for date in r.sample(planned, min(len(planned), r.randint(1, 4)))})
    left = [date for date in planned if date.isoformat() not in made["leftOut"]]
    if left and r.random() < 0.4:
        for date in sorted(set(r.sample(left, min(len(left), r.randint(1, 3))))):
            called = r.random() < 0.4
            moved = date if called else date + D.timedelta(days=r.randint(-3, 9), hours=0 if all_day else r.choice([0, 1, 2]))
            made["changes"].append({"at": date.isoformat(), "starts": moved.isoformat(), "minutes": made["minutes"] if called else r.choice([1, 2]) * (1440 if all_day else 45),
                                    "status": "CANCELLED" if called else "CONFIRMED"})
    made["from"], made["to"] = begin.isoformat(), end.isoformat()
    made["dates"] = ["%s %s %s" % (date[0].strftime("%Y-%m-%dT%H:%MZ"), date[1].strftime("%Y-%m-%dT%H:%MZ"), date[2]) for date in dates(made, begin, end)[:MOST]]
    return made


if __name__ == "__main__":
    random_source = random.Random(int(sys.argv[2]))
    for _ in range(int(sys.argv[1])):
        print(json.dumps(series(random_source), separators=(",", ":")))
