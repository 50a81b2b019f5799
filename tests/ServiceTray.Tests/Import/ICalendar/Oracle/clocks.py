#!/usr/bin/python3
"""Makes calendars whose series come again on other clocks than Finland's, and records what python3-recurring-ical-events says of them.

clocks.py COUNT SEED > clocks.ndjson      (apt: python3-recurring-ical-events)

A line is a calendar with one series, and its dates for a year and a half from 22 November 2026. Dates left out and moved to are told on the
series' own clock, in UTC, or on the Finnish one, by turns. What is stepped round: times that a clock shows twice or jumps over (recurrence.py
tells why), and a RECURRENCE-ID on another clock, of which that library compares the days alone.
"""
import datetime as D
import json
import random
import sys
import zoneinfo

import icalendar
import recurring_ical_events

UTC, OURS = D.timezone.utc, "Europe/Helsinki"
NOW = D.datetime(2026, 11, 22, 10, tzinfo=UTC)
LATEST = NOW + D.timedelta(days=540)
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def told(r, name, moment, zone, forms=("UTC", OURS)):
    """A line that tells a moment on its own clock, or in another way."""
    form = r.choice([zone, *forms])
    local = moment.astimezone(UTC if form == "UTC" else zoneinfo.ZoneInfo(form)).strftime("%Y%m%dT%H%M%S")
    return "%s:%sZ" % (name, local) if form == "UTC" else "%s;TZID=%s:%s" % (name, form, local)


def rule(r, start):
    kind = r.choice(["DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY"])
    parts = ["FREQ=" + kind]
    if r.random() < 0.3:
        parts.append("INTERVAL=%d" % r.choice([2, 3]))
    if kind == "WEEKLY":
        parts.append("BYDAY=" + ",".join(r.sample(DAYS, r.randint(1, 3))))
    if kind == "MONTHLY":
        parts.append("BYDAY=%d%s" % (r.choice([1, 2, 3, -1]), r.choice(DAYS)))
    if r.random() < 0.3:
        last = D.datetime.combine(D.date(2027, 1, 1) + D.timedelta(days=r.randint(0, 500)), D.time(23, 50), tzinfo=start.tzinfo)
        parts.append("UNTIL=" + last.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ"))
    return ";".join(parts)


def dates(text):
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(NOW - D.timedelta(days=3), LATEST)
    moments = ((event["DTSTART"].dt, event["DTEND"].dt, str(event.get("STATUS", "CONFIRMED"))) for event in found)
    return sorted((start.astimezone(UTC), end.astimezone(UTC), status) for start, end, status in moments if NOW < end.astimezone(UTC) and start.astimezone(UTC) < LATEST)


def calendar(events, usual):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//clocks//"] + (["X-WR-TIMEZONE:" + usual] if usual else [])
    return "\r\n".join(lines + [line for event in events for line in ["BEGIN:VEVENT", "UID:s", "SUMMARY:Tanssi", "DTSTAMP:20260101T000000Z"] + event + ["END:VEVENT"]] + ["END:VCALENDAR", ""])


def made(r):
    usual = r.choice([None, None, None, OURS, "America/New_York"])
    zone = r.choice(["UTC", "UTC", "Europe/London", "Europe/Stockholm", "America/New_York", "Asia/Tokyo"])
    clock = zoneinfo.ZoneInfo(zone if zone != "UTC" or usual is None else usual)
    start = D.datetime.combine(D.date(2026, 9, 1) + D.timedelta(days=r.randint(0, 200)), D.time(r.choice([5, 7, 8, 10, 12, 16, 19, 22]), r.choice([0, 30])), tzinfo=clock)
    span = "DURATION:PT%dM" % r.choice([45, 90])
    begin = start.astimezone(UTC).strftime("DTSTART:%Y%m%dT%H%M%SZ") if zone == "UTC" else "DTSTART;TZID=%s:%s" % (zone, start.strftime("%Y%m%dT%H%M%S"))
    main = [begin, span, "RRULE:" + rule(r, start)]
    planned = [date[0] for date in dates(calendar([main], usual))]
    if len(planned) < 6:
        return made(r)
    chosen = r.sample(planned[:60], min(5, len(planned) - 1))
    main += [told(r, "EXDATE", date, zone) for date in chosen[:2]]
    changes = []
    for i, date in enumerate(chosen[2:4]):
        moved = date + D.timedelta(hours=0 if i == 0 else 26)
        changes.append([told(r, "RECURRENCE-ID", date, zone, ()), told(r, "DTSTART", moved, zone), span, "STATUS:" + ("CANCELLED" if i == 0 else "CONFIRMED")])
    text = calendar([main] + changes, usual)
    return {"calendar": text, "dates": ["%s %s %s" % (date[0].strftime("%Y-%m-%dT%H:%MZ"), date[1].strftime("%Y-%m-%dT%H:%MZ"), date[2]) for date in dates(text)]}


if __name__ == "__main__":
    source = random.Random(int(sys.argv[2]))
    for _ in range(int(sys.argv[1])):
        print(json.dumps(made(source), separators=(",", ":")))
