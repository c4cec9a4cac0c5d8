package io.tradinggym.experiments.run;

import io.tradinggym.api.util.Sha256;
import io.tradinggym.experiments.evaluation.Trajectory;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * The event log of a run: one line per event, nothing in it that depends on clock, machine or number of threads. The
 * same configuration and data give the same text; its SHA-256 stands for it.
 */
public final class Journal {
  private final StringBuilder text = new StringBuilder();

  /** An event: words and figures, separated by blanks. */
  public void add(Object... words) {
    for (int i = 0; i < words.length; i++) {
      text.append(i == 0 ? "" : " ").append(words[i]);
    }
    text.append('\n');
  }

  /** An episode: how it ended, and a digest of every action, reward, observation and reported number. */
  public void add(int seed, Trajectory episode) {
    MessageDigest digest = Sha256.digest();
    for (double[] field : episode.infos()) {
      update(digest, field);
    }
    update(digest, episode.rewards());
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(episode.booked().observations()).array());
    for (float[] action : episode.actions()) {
      ByteBuffer bytes = ByteBuffer.allocate(action.length * Float.BYTES);
      for (float number : action) {
        bytes.putFloat(number);
      }
      digest.update(bytes.array());
    }
    add(
        "episode",
        episode.contender(),
        seed,
        episode.path(),
        episode.steps(),
        episode.end(),
        episode.totalReward(),
        Sha256.hex(digest.digest()));
  }

  private static void update(MessageDigest digest, double[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
    for (double number : numbers) {
      bytes.putDouble(number);
    }
    digest.update(bytes.array());
  }

  /** The whole text. */
  public String text() {
    return text.toString();
  }

  /** SHA-256 of the text, hexadecimal. */
  public String hash() {
    return sha256(text());
  }

  /** SHA-256 of a text, hexadecimal. */
  public static String sha256(String text) {
    return Sha256.of(text);
  }

  /** SHA-256 of bytes, hexadecimal. */
  public static String sha256(byte[] bytes) {
    return Sha256.of(bytes);
  }
}
