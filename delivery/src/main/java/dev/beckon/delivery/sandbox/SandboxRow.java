package dev.beckon.delivery.sandbox;

import dev.beckon.delivery.email.Mail;

/// A message in the sandbox inbox as it is listed.
///
/// @param sequence grows with every message of the workspace; the cursor of lists
/// @param id the delivery's token, or `test-…` for a test message
public record SandboxRow(long sequence, String id, Mail.Note note) {}
