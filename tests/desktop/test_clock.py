# SPDX-License-Identifier: GPL-3.0-or-later
"""Time as the office has it."""

from datetime import UTC, date, datetime, timedelta

from desktop.clock import Clock, FixedClock, SystemClock, finland


def told(clock: Clock) -> tuple[str, date]:
    return clock.now().isoformat(timespec="minutes"), clock.today()


def test_a_fixed_clock_stands() -> None:
    clock = FixedClock(datetime(2027, 5, 4, 10, 26))  # noqa: DTZ001 - local by its contract
    assert told(clock) == ("2027-05-04T10:26+03:00", date(2027, 5, 4))
    assert told(clock) == told(clock)


def test_today_is_finlands_whatever_zone_the_moment_has() -> None:
    assert told(FixedClock(datetime(2027, 5, 3, 22, 30, tzinfo=UTC))) == (
        "2027-05-04T01:30+03:00",
        date(2027, 5, 4),
    )


def test_time_passes_through_the_fold_of_autumn() -> None:
    clock = FixedClock(datetime(2027, 10, 31, 2, 30, tzinfo=finland()))
    clock.move(timedelta(hours=1))
    assert clock.now().isoformat() == "2027-10-31T03:30:00+03:00"
    clock.move(timedelta(hours=1))
    assert clock.now().isoformat() == "2027-10-31T03:30:00+02:00"


def test_the_computers_clock_is_read_in_the_offices_zone() -> None:
    clock = SystemClock()
    before = datetime.now(UTC)
    now = clock.now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is finland()
    assert clock.today() in (now.date(), clock.now().date())


def test_stored_moments_are_shown_in_the_offices_zone() -> None:
    stored = datetime(2027, 5, 4, 7, 0, tzinfo=UTC)
    for clock in (SystemClock(), FixedClock(stored)):
        assert clock.local(stored).isoformat() == "2027-05-04T10:00:00+03:00"
