package dev.beckon.api.manage.session;

import dev.beckon.registry.member.Member;
import dev.beckon.registry.member.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A human who logs in to the console.
public record MemberJson(
    int id,
    String name,
    String email,
    Role role,
    Instant createdAt,
    @Nullable Instant lastLoginAt) {

  static MemberJson of(Member member) {
    return new MemberJson(
        member.id(),
        member.name(),
        member.email(),
        member.role(),
        member.createdAt(),
        member.lastLoginAt());
  }
}
