package dev.beckon.api.manage.campaign;

/// A step as journeys and traces refer to it.
public record StepJson(String id, StepKind kind, String title) {

  public enum StepKind {
    SEND,
    DELAY,
    WAIT_UNTIL,
    BRANCH,
    EXIT
  }
}
