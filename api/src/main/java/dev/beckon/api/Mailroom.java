package dev.beckon.api;

import dev.beckon.delivery.SenderHealth;
import dev.beckon.delivery.SenderTest;
import dev.beckon.delivery.email.Senders;
import dev.beckon.delivery.render.Renderer;
import dev.beckon.delivery.sandbox.Sandbox;
import dev.beckon.delivery.tracking.TrackingLinks;

/// What the API needs of delivery.
///
/// @param kept copies of the messages that have left, for showing them
public record Mailroom(
    TrackingLinks links,
    Renderer renderer,
    Sandbox sandbox,
    Sandbox kept,
    Senders senders,
    SenderTest test,
    SenderHealth health) {}
