package dev.beckon.registry.member;

import dev.beckon.registry.By;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.audit.Audit;
import dev.beckon.registry.document.Names;
import dev.beckon.registry.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The members of this server; each sees every workspace, in the same role.
public final class Members {
  private final Database database;
  private final Audit audit;
  private final InstantSource clock;
  private final Passwords passwords;

  public Members(Database database, Audit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.passwords = new Passwords();
  }

  /// A member and the password to hand over, which is not shown again.
  public record Invited(Member member, String oneTimePassword) {}

  /// A member and the stored hash of the password.
  record Account(Member member, String passwordHash) {}

  /// All members, by name.
  public List<Member> list() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM members ORDER BY name, id")
                .map((row, _) -> member(row))
                .list());
  }

  public boolean isEmpty() {
    return database.read(
        handle ->
            handle.createQuery("SELECT count(*) FROM members").mapTo(Integer.class).one() == 0);
  }

  public Optional<Member> find(int id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM members WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> member(row))
                .findOne());
  }

  public Member get(int id) {
    return find(id).orElseThrow(() -> Rejection.notFound("Member " + id));
  }

  public Optional<Member> withEmail(String email) {
    return account(email).map(Account::member);
  }

  /// Adds a member with a password made here.
  public Invited invite(String name, String email, Role role, By by) {
    String password = Passwords.oneTime();
    return new Invited(create(name, email, password, role, by), password);
  }

  public Member create(String name, String email, String password, Role role, By by) {
    Names.check(name, "/name");
    String address = Names.checkEmail(email, "/email").toLowerCase(Locale.ROOT);
    passwords.check(password, "/password");
    String hash = passwords.hash(password);
    return database.write(
        handle -> {
          if (withEmail(address).isPresent()) {
            throw Rejection.conflict(
                "A member with the address " + address + " exists.", "Use another address.");
          }
          int id = Database.next(handle, "member");
          handle
              .createUpdate(
                  "INSERT INTO members (id, email, name, role, password_hash, created_at)"
                      + " VALUES (:id, :email, :name, :role, :hash, :at)")
              .bind("id", id)
              .bind("email", address)
              .bind("name", name)
              .bind("role", role.word())
              .bind("hash", hash)
              .bind("at", clock.millis())
              .execute();
          note(handle, by, "create", id, name);
          return get(id);
        });
  }

  /// Changes what is given; null leaves it as it is. The last owner stays one.
  public Member update(int id, @Nullable String name, @Nullable Role role, By by) {
    return database.write(
        handle -> {
          Member now = get(id);
          Role nextRole = role == null ? now.role() : role;
          String nextName = name == null ? now.name() : Names.check(name, "/name");
          if (nextRole != Role.OWNER) {
            refuseLastOwner(now, "Make somebody else an owner first.");
          }
          handle
              .createUpdate("UPDATE members SET name = :name, role = :role WHERE id = :id")
              .bind("id", id)
              .bind("name", nextName)
              .bind("role", nextRole.word())
              .execute();
          note(handle, by, "update", id, nextName);
          return get(id);
        });
  }

  /// Removes a member and ends their sessions.
  public void delete(int id, By by) {
    database.write(
        handle -> {
          Member member = get(id);
          refuseLastOwner(member, "Make somebody else an owner first.");
          handle.execute("DELETE FROM sessions WHERE member = ?", id);
          handle.execute("DELETE FROM members WHERE id = ?", id);
          note(handle, by, "delete", id, member.name());
          return id;
        });
  }

  /// Replaces the password and ends all sessions but the one that asks.
  ///
  /// @param token the session that stays
  public void changePassword(int id, String current, String next, String token) {
    passwords.check(next, "/new");
    Account account = account(get(id).email()).orElseThrow();
    if (!passwords.matches(current, account.passwordHash())) {
      throw Rejection.invalid("/current", "Expected the present password, but this is another.");
    }
    String hash = passwords.hash(next);
    database.write(
        handle -> {
          handle.execute("UPDATE members SET password_hash = ? WHERE id = ?", hash, id);
          handle.execute(
              "DELETE FROM sessions WHERE member = ? AND token_hash <> ?",
              id,
              Sessions.hash(token));
          note(handle, By.member(id, account.member().name()), "change password", id, "");
          return id;
        });
  }

  /// The member with this address and password.
  Optional<Member> authenticate(String email, String password) {
    Optional<Account> account = account(email);
    String hash = account.map(Account::passwordHash).orElse(passwords.nobody());
    boolean right = passwords.matches(password, hash);
    return right ? account.map(Account::member) : Optional.empty();
  }

  private Optional<Account> account(String email) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM members WHERE email = :email")
                .bind("email", email.toLowerCase(Locale.ROOT))
                .map((row, _) -> new Account(member(row), row.getString("password_hash")))
                .findOne());
  }

  private void refuseLastOwner(Member member, String detail) {
    boolean another =
        list().stream().anyMatch(m -> m.role() == Role.OWNER && m.id() != member.id());
    if (member.role() == Role.OWNER && !another) {
      throw Rejection.conflict(member.name() + " is the last owner.", detail);
    }
  }

  private void note(Handle handle, By by, String action, int id, String name) {
    audit.note(handle, by, action, new Audit.Subject(null, "member", id, name));
  }

  static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getInt("id"),
        row.getString("name"),
        row.getString("email"),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        Database.instant(row, "created_at"),
        Database.time(row, "last_login_at"));
  }
}
