package dev.beckon.delivery;

import dev.beckon.delivery.email.EmailChannel;
import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.email.Sender.ToSandbox;
import dev.beckon.delivery.email.Sender.ToSmtp;

/// The ways by which e-mail leaves, by the sender's choice.
public record Channels(EmailChannel smtp, EmailChannel sandbox) {

  EmailChannel of(Sender sender) {
    return switch (sender.transport()) {
      case ToSmtp _ -> smtp;
      case ToSandbox _ -> sandbox;
    };
  }
}
