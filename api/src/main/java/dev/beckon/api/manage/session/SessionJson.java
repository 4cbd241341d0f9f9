package dev.beckon.api.manage.session;

import dev.beckon.registry.member.Role;
import java.util.List;

/// Who is logged in, and where they may go.
///
/// @param csrfToken goes into the header `X-Beckon-CSRF` of every change
/// @param version of the server
public record SessionJson(
    MemberJson member, String csrfToken, List<SeenJson> workspaces, String version) {

  /// A workspace as the member sees it.
  public record SeenJson(int id, String name, Role role) {}
}
