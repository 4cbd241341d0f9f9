package dev.beckon.delivery.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeliveryTokenTest {
  private static final DeliveryId ID = new DeliveryId(PersonKey.at(7, 31, 123_456), 99);

  private final DeliveryToken tokens =
      new DeliveryToken(
          workspace ->
              workspace == 404 ? null : ("secret-of-workspace-" + workspace).getBytes(UTF_8));

  @Test
  void aTokenNamesItsDelivery() {
    String token = tokens.of(ID);

    assertThat(token).matches("[A-Za-z0-9_-]{38}");
    assertThat(tokens.verify(token)).contains(ID);
    assertThat(tokens.verify(token + "==")).contains(ID);
  }

  @Test
  void numbersFitUpToTheirLimit() {
    DeliveryId last = new DeliveryId(ID.person(), DeliveryToken.NUMBER_MAX);
    assertThat(tokens.verify(tokens.of(last))).contains(last);
    assertThatThrownBy(() -> tokens.of(new DeliveryId(ID.person(), DeliveryToken.NUMBER_MAX + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenChangedInAnyBitIsNobodys() {
    byte[] bytes = Base64.getUrlDecoder().decode(tokens.of(ID));
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(tokens.verify(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
          .isEmpty();
    }
  }

  @Test
  void aTokenCutShortOrDrawnOutIsNobodys() {
    String token = tokens.of(ID);
    for (int length = 0; length < token.length(); length++) {
      assertThat(tokens.verify(token.substring(0, length))).isEmpty();
    }
    assertThat(tokens.verify(token + "A")).isEmpty();
    assertThat(tokens.verify(token + "=")).isEmpty();
    assertThat(tokens.verify(token + "A".repeat(100_000))).isEmpty();
    assertThat(tokens.verify("ü" + token.substring(1))).isEmpty();
    assertThat(tokens.verify("../" + token.substring(3))).isEmpty();
  }

  @Test
  void aSecondSpellingOfTheSameBytesIsNobodys() {
    String token = tokens.of(ID);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(token.charAt(token.length() - 1));
    String other = token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
    assertThat(tokens.verify(other)).isEmpty();
  }

  @Test
  void guessesAreNobodys() {
    SplittableRandom random = new SplittableRandom(8312);
    for (int i = 0; i < 10_000; i++) {
      byte[] guess = Base64.getUrlDecoder().decode(tokens.of(ID));
      for (int b = DeliveryToken.ID_BYTES; b < guess.length; b++) {
        guess[b] = (byte) random.nextInt();
      }
      assertThat(tokens.verify(Base64.getUrlEncoder().withoutPadding().encodeToString(guess)))
          .isEmpty();
    }
  }

  @Test
  void aWorkspaceThatIsGoneHasNoTokens() {
    DeliveryId gone = new DeliveryId(PersonKey.at(404, 1, 1), 1);
    String forged = new DeliveryToken(_ -> new byte[TrackingSecrets.SECRET_BYTES_MIN]).of(gone);

    assertThat(tokens.verify(forged)).isEmpty();
    assertThatThrownBy(() -> tokens.of(gone)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecretHasALeastLength() {
    DeliveryToken weak = new DeliveryToken(_ -> new byte[TrackingSecrets.SECRET_BYTES_MIN - 1]);
    assertThatThrownBy(() -> weak.of(ID)).hasMessageContaining("at least 16 bytes");
  }
}
