package dev.beckon.api.manage;

import java.time.LocalDate;

/// What became of the messages that were sent on a day.
public record DayPointJson(
    LocalDate date,
    long sent,
    long delivered,
    long opened,
    long clicked,
    long converted,
    long bounced,
    long unsubscribed) {}
