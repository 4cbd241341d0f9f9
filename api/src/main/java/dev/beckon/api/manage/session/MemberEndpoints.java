package dev.beckon.api.manage.session;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.registry.Registry;
import dev.beckon.registry.member.Members;
import dev.beckon.registry.member.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The members of this server, for its owners.
public final class MemberEndpoints {
  private static final String TAG = "Members";

  private final Registry registry;

  public MemberEndpoints(Registry registry) {
    this.registry = registry;
  }

  public record MembersJson(List<MemberJson> items) {}

  public record InvitationJson(String name, String email, Role role) {}

  /// @param oneTimePassword to hand over; not shown again
  public record InvitedJson(MemberJson member, String oneTimePassword) {}

  public record MemberChangeJson(@Nullable String name, @Nullable Role role) {}

  public void on(Endpoints endpoints) {
    endpoints
        .get(
            "/members",
            Access.MEMBER,
            About.of(TAG, "All members", "By name.").example("{\"items\": []}"),
            MembersJson.class,
            _ -> new MembersJson(registry.members().list().stream().map(MemberJson::of).toList()))
        .tell(
            Method.POST,
            "/members",
            Access.OWNER,
            About.of(TAG, "Add a member", "The answer has a password to hand over.")
                .gives(201, InvitedJson.class)
                .example("{\"name\": \"Bob\", \"email\": \"bob@acme.test\", \"role\": \"editor\"}"),
            InvitationJson.class,
            InvitedJson.class,
            this::invite)
        .tell(
            Method.PATCH,
            "/members/{id}",
            Access.OWNER,
            About.of(TAG, "Change a member", "The last owner stays one (409).")
                .example("{\"role\": \"viewer\"}"),
            MemberChangeJson.class,
            MemberJson.class,
            (call, body) ->
                MemberJson.of(
                    registry.members().update(call.id("id"), body.name(), body.role(), call.by())))
        .act(
            Method.DELETE,
            "/members/{id}",
            Access.OWNER,
            About.of(TAG, "Remove a member", "Ends their sessions. The last owner stays (409).")
                .example("{}"),
            call -> registry.members().delete(call.id("id"), call.by()));
  }

  private InvitedJson invite(Call call, InvitationJson body) {
    Members.Invited invited =
        registry.members().invite(body.name(), body.email(), body.role(), call.by());
    return new InvitedJson(MemberJson.of(invited.member()), invited.oneTimePassword());
  }
}
