package dev.beckon.server.demo;

import dev.beckon.engine.message.Message;

/// A message and the time (epoch ms) at which it is received.
record Moment(long at, Message message) {}
