package dev.beckon.api.manage;

/// What became of messages, each message once per outcome.
public record NumbersJson(
    long sent,
    long delivered,
    long opened,
    long clicked,
    long converted,
    long bounced,
    long failed,
    long unsubscribed) {}
