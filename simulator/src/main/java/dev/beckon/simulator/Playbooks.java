package dev.beckon.simulator;

/// Three playbooks as definitions, in YAML.
public final class Playbooks {
  /// Confirm, point to the first action; two days later celebrate, or help.
  public static final String WELCOME =
      """
      campaigns:
        - name: Welcome
          trigger: {event: signed_up}
          frequency: once
          goal: {performed: first_action, within: 14d}
          steps:
            - {id: confirm, send: {channel: email, message: Confirm your account}}
            - {id: breath, delay: 5m}
            - {id: point, send: {channel: email, message: Your first step}}
            - {id: time, delay: 47h}
            - id: acted
              branch: {performed: first_action, since: entry}
              then: [{id: celebrate, send: {channel: email, message: Well done}}]
              otherwise: [{id: help, send: {channel: email, message: Getting started}}]
      """;

  /// Ask; three days later the answer depends on what was done since.
  public static final String DECISION =
      """
      campaigns:
        - name: Analytics
          trigger: {event: trial_started}
          steps:
            - {id: ask, send: {channel: email, message: "Have you tried analytics?"}}
            - {id: pause, delay: 3d}
            - id: tried
              branch:
                performed: feature_activated
                where: [{property: feature_name, is: analytics}]
                since: entry
              then: [{id: advanced, send: {channel: email, message: An advanced tip}}]
              otherwise: [{id: simple, send: {channel: email, message: A simple guide}}]
      """;

  /// Write to whoever has not been seen for a week, until they come back.
  public static final String INACTIVITY =
      """
      segments:
        - name: Inactive trial users
          when:
            all:
              - {attribute: plan_type, is: trial}
              - {not_performed: app_login, within: 7d}
      campaigns:
        - name: Inactive trial
          trigger: {segment: Inactive trial users}
          frequency: every_time
          exit: {when: {performed: app_login, since: entry}, on_leaving_trigger: true, at: once}
          goal: {performed: app_login, within: 7d}
          steps:
            - {id: miss, send: {channel: email, message: We miss you}}
            - {id: pause, delay: 6d}
            - {id: help, send: {channel: email, message: We are here to help}}
      """;

  private Playbooks() {}
}
