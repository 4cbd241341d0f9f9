package dev.beckon.server.wiring;

import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.email.Senders;
import dev.beckon.delivery.email.smtp.SmtpServer;
import dev.beckon.delivery.email.smtp.StartTls;
import dev.beckon.registry.workspace.Sender.Account;
import dev.beckon.registry.workspace.Workspace;
import dev.beckon.registry.workspace.Workspaces;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The senders that workspaces have set up.
public final class RegistrySenders implements Senders {
  private final Workspaces workspaces;

  public RegistrySenders(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public @Nullable Sender of(int workspace) {
    Optional<Workspace> found = workspaces.find(workspace);
    if (found.isEmpty()) {
      return null;
    }
    var sender = found.get().sender();
    return new Sender(
        workspace,
        sender.from(),
        sender.replyTo(),
        workspaces
            .account(workspace)
            .<Sender.Transport>map(account -> new Sender.ToSmtp(server(account)))
            .orElseGet(Sender.ToSandbox::new));
  }

  private static SmtpServer server(Account account) {
    return new SmtpServer(
        account.host(),
        account.port(),
        switch (account.startTls()) {
          case NEVER -> StartTls.NEVER;
          case IF_OFFERED -> StartTls.IF_OFFERED;
          case REQUIRED -> StartTls.REQUIRED;
        },
        account.username(),
        account.password());
  }
}
